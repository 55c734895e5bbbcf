package whom.tickets.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static whom.World.ANN;
import static whom.World.FAY;
import static whom.World.NETWORK;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;
import whom.web.BrowserTest;

/** The list beside the ticket, with scripts. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListBrowserTest extends BrowserTest {

    private final RunningWhom whom;
    private final World world;

    ListBrowserTest(RunningWhom whom, TestDatabase database) {
        this.whom = whom;
        this.world = World.in(database);
    }

    @Override
    protected void prepare(BrowserContext context, String address) {
        context.addCookies(List.of(new Cookie("whom", world.session(FAY)).setUrl(whom.address())));
    }

    @Test
    void a_ticket_that_is_picked_opens_beside_the_list_which_stays_as_it_was() {
        long first = world.raised(ANN, ANN, NETWORK, "VPN drops", "every hour");
        long second = world.raised(ANN, ANN, NETWORK, "No signal", "on the stairs");
        try (BrowserContext context = window(1280, ColorScheme.LIGHT)) {
            prepare(context, "");
            Page page = context.newPage();
            page.navigate(whom.address() + "/tickets?view=open");
            page.evaluate("document.querySelector('[data-rows]').dataset.kept = 'yes'");
            for (String subject : List.of("VPN drops", "No signal")) {
                page.click("[data-rows] a:has-text('" + subject + "')");
                page.waitForCondition(() -> page.locator("#main h1").innerText().contains(subject));
                assertThat(page.url()).endsWith("/tickets/" + world.number(subject.equals("VPN drops") ? first : second) + "?view=open");
                assertThat(page.locator("#main").count()).isEqualTo(1);
                assertThat(page.locator("[data-rows]").getAttribute("data-kept")).isEqualTo("yes");
            }
        }
    }
}
