package whom.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import styleguide.Styleguide;

class StyleguideTest extends BrowserTest {

    private static ConfigurableApplicationContext site;
    private static String base;

    @BeforeAll
    static void serve() {
        site = Styleguide.start(0);
        base = "http://127.0.0.1:" + ((ServletWebServerApplicationContext) site).getWebServer().getPort();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/styleguide/components", "/styleguide/bench", "/styleguide/empty", "/styleguide/confirm", "/styleguide/portal",
        "/styleguide/portal-done", "/styleguide/broken", "/appearance", "/keys", "/nowhere"})
    void every_page_is_for_everybody(String path) {
        holdsUp(base + path);
    }

    @Test
    void a_form_with_a_mistake_comes_back_with_the_summary_in_focus() {
        Page page = page();
        page.navigate(base + "/styleguide/portal");
        page.locator("button.main").click();
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("trouble");
        page.locator(".trouble a").click();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("what");
    }

    @Test
    void what_was_done_is_said_once_and_can_be_undone_by_key() {
        Page page = page();
        page.navigate(base + "/styleguide/components");
        page.keyboard().press("e");
        page.waitForSelector(".toast");
        assertThat(page.locator("#flash").innerText()).contains("REQ-20417 is solved", "Undo");
        page.reload();
        assertThat(page.locator(".toast").count()).isZero();
    }

    @Test
    void a_slash_goes_to_the_search_and_is_typed_when_typing() {
        Page page = page();
        page.navigate(base + "/styleguide/components");
        page.keyboard().press("/");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("find");
        page.keyboard().type("e/g");
        assertThat(page.locator("#find").inputValue()).isEqualTo("e/g");
    }

    @Test
    void two_strokes_go_to_a_place() {
        Page page = page();
        page.navigate(base + "/styleguide/components");
        page.keyboard().press("g");
        page.keyboard().press("k");
        page.waitForURL("**/styleguide/empty");
    }

    @Test
    void a_list_is_walked_and_picked_by_key() {
        Page page = page();
        page.navigate(base + "/styleguide/bench");
        for (String key : new String[] {"j", "j", "x", "Shift+J", "k"}) {
            page.keyboard().press(key);
        }
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("New starter on Monday: laptop, phone, access");
        assertThat(page.evaluate("[...document.querySelectorAll('.rows :checked')].map(c => c.value).join()")).isEqualTo("20415,20414");
        assertThat(page.locator(".bulk").isVisible()).isTrue();
        page.keyboard().press("*");
        page.keyboard().press("n");
        assertThat(page.locator(".rows :checked").count()).isZero();
    }

    @Test
    void a_question_mark_opens_all_keys_over_the_page_and_escape_closes_them() {
        Page page = page();
        page.navigate(base + "/styleguide/components");
        page.keyboard().press("?");
        page.waitForSelector("dialog[open] dt");
        assertThat(page.url()).endsWith("/styleguide/components");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog").count()).isZero();
        page.keyboard().press("?");
        page.locator("dialog .close").click();
        assertThat(page.locator("dialog").count()).isZero();
    }

    @Test
    void single_keys_can_be_switched_off_and_the_theme_chosen() {
        Page page = page();
        page.navigate(base + "/appearance");
        page.locator("#keys-off").check();
        page.locator("#theme-dark").check();
        page.locator("button.main").click();
        assertThat(page.locator("#flash").innerText()).contains("Saved");
        page.navigate(base + "/styleguide/components");
        assertThat(page.evaluate("getComputedStyle(document.documentElement).colorScheme")).isEqualTo("dark");
        page.keyboard().press("/");
        assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("BODY");
    }

    @Test
    void a_menu_opens_without_scripts_and_closes_on_escape() {
        Page page = page();
        page.navigate(base + "/styleguide/components");
        page.locator(".top .menu summary").click();
        assertThat(page.locator(".top .items").isVisible()).isTrue();
        page.keyboard().press("Escape");
        assertThat(page.locator(".top .items").isVisible()).isFalse();
    }

    @Test
    void nothing_is_wider_than_a_small_phone() {
        try (var context = window(320, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            for (String path : new String[] {"components", "bench", "portal", "confirm"}) {
                page.navigate(base + "/styleguide/" + path);
                assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue()).as(path).isLessThanOrEqualTo(320);
            }
        }
    }
}
