package whom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * For tests that look at pages in a real browser. {@link #holdsUp} is the bar for every page: at 1280 and 360 px, light and
 * dark, nothing against WCAG 2.2 A and AA or axe's best practice, nothing on the console, nothing wider than the window.
 */
public abstract class BrowserTest {

    /** Started when first asked for; ends with the run, in whose one thread all tests are. */
    private static final class Shared {
        private static final Browser BROWSER = Chromium.start();
    }

    /** Goes from address to address: a window made for each costs as much as looking. */
    private static @Nullable Page looking;
    private static final List<String> noticed = new ArrayList<>();

    @BeforeAll
    static void open() {
        assumeTrue(Chromium.executable().isPresent(), "no Chromium here: install one (apt install chromium) or name it in CHROMIUM");
    }

    @AfterAll
    static void close() {
        looking = null;
        if (Chromium.executable().isPresent()) {
            List.copyOf(Shared.BROWSER.contexts()).forEach(BrowserContext::close);
        }
    }

    protected static BrowserContext window(int width, ColorScheme scheme) {
        BrowserContext window = Shared.BROWSER.newContext(new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme).setLocale("en-GB")
                // a colour on its way to another is none to measure
                .setReducedMotion(ReducedMotion.REDUCE));
        window.setDefaultTimeout(90_000); // on a machine that is busy with other things, too
        return window;
    }

    /** A fresh window of 1280 px; closed with the class. */
    protected static Page page() {
        return window(1280, ColorScheme.LIGHT).newPage();
    }

    protected void holdsUp(String address) {
        if (looking == null) {
            looking = watched(page());
        }
        Page page = looking;
        List<String> faults = new ArrayList<>();
        for (int width : new int[] {1280, 360}) {
            page.context().clearCookies();
            prepare(page.context(), address);
            page.setViewportSize(width, 800);
            look(page, address).stream().map(f -> width + " px: " + f).forEach(faults::add);
        }
        assertThat(faults).as(address).isEmpty();
    }

    /** For cookies of whoever is to be signed in. */
    protected void prepare(BrowserContext context, String address) {}

    private static Page watched(Page page) {
        page.onConsoleMessage(m -> {
            // a page that is rightly not there, refused or broken is reported by the browser itself
            if (m.type().equals("error") && !m.text().startsWith("Failed to load resource: the server responded with a status of")) {
                noticed.add("console: " + m.text());
            }
        });
        page.onPageError(e -> noticed.add("script: " + e));
        page.onResponse(r -> {
            if (r.status() >= 400 && !r.request().isNavigationRequest()) {
                noticed.add(r.status() + " " + r.url());
            }
        });
        return page;
    }

    private static List<String> look(Page page, String address) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.navigate(address);
        List<String> faults = new ArrayList<>();
        Object sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth");
        if (((Number) sideways).intValue() > 0) {
            faults.add(sideways + " px too wide");
        }
        Axe.faults(page).forEach(fault -> faults.add("light, " + fault));
        // the same page in other colours: without motion, since a colour on its way from light to dark contrasts with nothing
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Axe.faultsOfColours(page).forEach(fault -> faults.add("dark, " + fault));
        // left, so that nothing it does later is taken for the next one's
        page.navigate("about:blank");
        faults.addAll(noticed);
        noticed.clear();
        return faults;
    }
}
