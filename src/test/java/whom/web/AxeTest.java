package whom.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** Those who find nothing wrong are believed, so they are shown something that is. */
class AxeTest extends BrowserTest {

    @Test
    void what_is_wrong_is_found_and_what_is_wrong_in_the_dark_alone_is_found_there() {
        Page page = page();
        page.setContent("""
                <html lang="en"><title>Wrong</title><style>@media (prefers-color-scheme: dark) { p { color: #777; background: #888 } }</style>
                <main><h1>Wrong</h1><p>Grey on grey</p><img src="data:,"></main></html>""");
        assertThat(Axe.faults(page)).singleElement().asString().startsWith("image-alt: img");
        assertThat(Axe.faultsOfColours(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(Axe.faultsOfColours(page)).singleElement().asString().startsWith("color-contrast: p");
    }
}
