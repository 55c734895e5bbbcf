package whom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * For tests that look at pages in a real browser. {@link #holdsUp} is the bar for every page: at 1280 and 360 px, light and
 * dark, nothing against WCAG 2.2 A and AA or axe's best practice, nothing on the console, nothing wider than the window.
 */
public abstract class BrowserTest {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private static @Nullable Playwright driver;
    private static @Nullable Browser browser;

    @BeforeAll
    static void open() {
        Optional<Path> chromium = Chromium.executable();
        assumeTrue(chromium.isPresent(), "no Chromium here: install one (apt install chromium) or name it in CHROMIUM");
        driver = Chromium.driver();
        browser = Chromium.start(driver, chromium.get());
    }

    @AfterAll
    static void close() {
        if (driver != null) {
            driver.close();
        }
        driver = null;
        browser = null;
    }

    protected static BrowserContext window(int width, ColorScheme scheme) {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme).setLocale("en-GB")
                // a colour on its way to another is none to measure
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    /** A fresh window of 1280 px; closed with the browser. */
    protected static Page page() {
        return window(1280, ColorScheme.LIGHT).newPage();
    }

    protected void holdsUp(String address) {
        List<String> faults = new ArrayList<>();
        for (int width : new int[] {1280, 360}) {
            try (BrowserContext context = window(width, ColorScheme.LIGHT)) {
                prepare(context, address);
                look(context.newPage(), address).map(f -> width + " px: " + f).forEach(faults::add);
            }
        }
        assertThat(faults).as(address).isEmpty();
    }

    /** For cookies of whoever is to be signed in. */
    protected void prepare(BrowserContext context, String address) {}

    private static Stream<String> look(Page page, String address) {
        List<String> faults = new ArrayList<>();
        page.onConsoleMessage(m -> {
            // a page that is rightly not there, refused or broken is reported by the browser itself
            if (m.type().equals("error") && !m.text().startsWith("Failed to load resource: the server responded with a status of")) {
                faults.add("console: " + m.text());
            }
        });
        page.onPageError(e -> faults.add("script: " + e));
        page.onResponse(r -> {
            if (r.status() >= 400 && !r.request().isNavigationRequest()) {
                faults.add(r.status() + " " + r.url());
            }
        });
        page.navigate(address);
        Object sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth");
        if (((Number) sideways).intValue() > 0) {
            faults.add(sideways + " px too wide");
        }
        axe(new AxeBuilder(page).withTags(RULES)).map(fault -> "light, " + fault).forEach(faults::add);
        // the same page in other colours: without motion, since a colour on its way from light to dark contrasts with nothing
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK).setReducedMotion(ReducedMotion.REDUCE));
        axe(new AxeBuilder(page).withRules(OF_COLOURS)).map(fault -> "dark, " + fault).forEach(faults::add);
        return faults.stream();
    }

    /** The frames of other origins that the newer mode is for do not exist here; the older one opens no second page. */
    @SuppressWarnings("deprecation")
    private static Stream<String> axe(AxeBuilder axe) {
        return axe.setLegacyMode(true).analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getNodes().stream().map(n -> String.valueOf(n.getTarget())).toList());
    }
}
