package whom.vocabulary.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.access.Actor;
import whom.conversations.SideConversations;
import whom.database.TestDatabase;
import whom.vocabulary.Language;
import whom.web.BrowserTest;

@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseBrowserTest extends BrowserTest {

    private final RunningWhom whom;
    private final World world;
    private final OwnVocabularies own;
    private final Houses houses;
    private final SideConversations sides;

    HouseBrowserTest(RunningWhom whom, TestDatabase database, OwnVocabularies own, Houses houses, SideConversations sides) {
        this.whom = whom;
        this.world = World.in(database);
        this.own = own;
        this.houses = houses;
        this.sides = sides;
    }

    @BeforeEach
    void an_own_vocabulary() {
        houses.refresh();
        if (world.knows("select key from vocabulary.own").equals("null")) {
            Actor.run(new Actor.Account(World.HAL), () -> own.begin("client-service", Map.of(Language.EN, "Guests", Language.DE, "Gäste")));
            houses.refresh();
        }
    }

    @Override
    protected void prepare(BrowserContext context, String address) {
        signIn(context, World.HAL);
    }

    private void signIn(BrowserContext context, long person) {
        context.addCookies(List.of(new Cookie("whom", world.session(person)).setUrl(whom.address())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/vocabulary", "/vocabulary?changed=outside&before=precise", "/vocabularies/partners", "/vocabularies/guests?audience=outside&language=de", "/glossary"})
    void every_page_is_for_everybody(String path) {
        holdsUp(whom.address() + path);
    }

    @Test
    void the_preview_follows_what_is_typed() {
        try (BrowserContext context = window(1280, ColorScheme.LIGHT)) {
            prepare(context, "");
            Page page = context.newPage();
            page.navigate(whom.address() + "/vocabularies/guests?audience=outside&language=en");
            page.fill("#user", "a visitor, visitors");
            page.waitForCondition(() -> page.locator("#preview").innerText().contains("Only the visitor"));
            assertThat(page.locator("#user").inputValue()).isEqualTo("a visitor, visitors");
        }
    }

    @Test
    void a_word_that_is_not_ours_is_underlined_while_writing_and_replaced_by_one_key() {
        long ticket = world.raised(World.ANN, World.ANN, World.NETWORK, "VPN drops", "every hour");
        UUID side = World.acting(World.FAY, () -> sides.open(ticket, "Line fault", "The supplier measures", List.of(World.MIA)));
        try (BrowserContext context = window(1280, ColorScheme.LIGHT)) {
            signIn(context, World.FAY);
            Page page = context.newPage();
            page.navigate(whom.address() + "/side/" + side);
            page.locator("#text").pressSequentially("Please ask the end user again");
            page.waitForSelector(".finding");
            assertThat(page.locator(".lines .other").innerText()).isEqualTo("end user");
            page.keyboard().press("Control+.");
            assertThat(page.locator("#text").inputValue()).isEqualTo("Please ask the user again");
            page.keyboard().press("Control+z");
            assertThat(page.locator("#text").inputValue()).isEqualTo("Please ask the end user again");
        }
    }
}
