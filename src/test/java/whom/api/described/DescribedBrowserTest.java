package whom.api.described;

import org.junit.jupiter.api.Test;
import whom.RunningWhom;
import whom.WithApplication;
import whom.web.BrowserTest;

@WithApplication
class DescribedBrowserTest extends BrowserTest {

    @Test
    void the_page_about_the_api_holds_up(RunningWhom whom) {
        holdsUp(whom.address() + "/docs/api");
    }
}
