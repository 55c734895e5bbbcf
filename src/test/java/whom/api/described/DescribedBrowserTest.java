package whom.api.described;

import org.junit.jupiter.api.Test;
import whom.RunningWhom;
import whom.WithApplication;
import whom.web.BrowserTest;

@WithApplication
class DescribedBrowserTest extends BrowserTest {

    @Test
    void the_pages_about_the_api_hold_up(RunningWhom whom) {
        holdsUp(whom.address() + "/docs/api");
        holdsUp(whom.address() + "/docs/api/tickets");
    }
}
