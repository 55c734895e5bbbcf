package whom.vocabulary.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.access.Actor;
import whom.access.Sessions;
import whom.database.TestDatabase;
import whom.vocabulary.Language;
import whom.web.BrowserTest;

@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseBrowserTest extends BrowserTest {

    private final RunningWhom whom;
    private final World world;
    private final Sessions sessions;
    private final OwnVocabularies own;
    private final Houses houses;

    HouseBrowserTest(RunningWhom whom, TestDatabase database, Sessions sessions, OwnVocabularies own, Houses houses) {
        this.whom = whom;
        this.world = World.in(database);
        this.sessions = sessions;
        this.own = own;
        this.houses = houses;
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
        context.addCookies(List.of(new Cookie("whom", sessions.start(World.HAL, "test").shown()).setUrl(whom.address())));
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
}
