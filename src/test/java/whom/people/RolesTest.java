package whom.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whom.World.ANN;
import static whom.World.BEN;
import static whom.World.EVE;
import static whom.World.FAY;
import static whom.World.HAL;
import static whom.World.IDA;
import static whom.World.KIM;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.access.NotAllowed;
import whom.access.Sessions;
import whom.database.TestDatabase;
import whom.kernel.Refused;
import whom.web.BrowserTest;

@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTest extends BrowserTest {

    private final RunningWhom whom;
    private final World world;
    private final Roles roles;
    private final Sessions sessions;

    RolesTest(RunningWhom whom, TestDatabase database, Roles roles, Sessions sessions) {
        this.whom = whom;
        this.world = World.in(database);
        this.roles = roles;
        this.sessions = sessions;
    }

    @Test
    void a_role_is_given_and_ended_by_an_administrator_on_record() {
        World.acting(HAL, () -> roles.grant(said("person", "ben@example.org", "role", "seal_keeper")));
        assertThat(world.asks(BEN, "select access.has_role('seal_keeper')")).isEqualTo("t");
        long grant = World.acting(HAL, roles::grants).stream().filter(each -> each.person().equals("ben")).findFirst().orElseThrow().id();
        World.acting(HAL, () -> roles.end(grant));
        assertThat(world.asks(BEN, "select access.has_role('seal_keeper')")).isEqualTo("f");
        assertThat(world.knows("select string_agg(verb, ' ' order by id) from log.event where subject = 'account' and subject_id = 102 and verb like 'account.role%'")).isEqualTo("account.role_granted account.role_ended");
    }

    @Test
    void nobody_changes_their_own_roles() {
        assertThatThrownBy(() -> World.acting(HAL, () -> roles.grant(said("person", "hal", "role", "seal_keeper")))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> World.acting(HAL, () -> roles.close(said("person", "hal")))).isInstanceOf(Refused.class);
        long own = Long.parseLong(world.knows("select id from access.role_grant where account_id = 108 and role = 'administrator'"));
        assertThatThrownBy(() -> World.acting(HAL, () -> roles.end(own))).isInstanceOf(NotAllowed.class);
        assertThat(world.asks(HAL, "select access.grant_role(108, 'seal_keeper', null)")).isEqualTo("f");
        assertThat(world.sees(HAL, "update access.role_grant set until = now() where account_id = 108 returning role")).isEmpty();
    }

    @Test
    void only_administrators_give_roles_and_close_accounts() {
        for (long person : new long[] {ANN, FAY, IDA, KIM}) {
            assertThat(world.asks(person, "select access.grant_role(102, 'administrator', null)")).isEqualTo("f");
            assertThat(world.asks(person, "select access.close_account(102)")).isEqualTo("f");
            assertThat(world.asks(person, "select access.end_role(1)")).isEqualTo("f");
        }
        assertThat(world.knows("select count(*) from access.account where closed_at is not null")).isEqualTo("0");
    }

    @Test
    void a_closed_account_is_signed_out_everywhere_and_can_be_opened_again() {
        byte[] cookie = sessions.start(EVE, "phone").hash();
        World.acting(HAL, () -> roles.close(said("person", "eve")));
        assertThat(world.knows("select count(*) from access.session where account_id = 105 and ended_at is null")).isEqualTo("0");
        assertThat(cookie).isNotEmpty();
        assertThat(World.acting(HAL, roles::closed)).singleElement().satisfies(closed -> assertThat(closed.key()).isEqualTo("eve"));
        World.acting(HAL, () -> roles.reopen("eve"));
        assertThat(World.acting(HAL, roles::closed)).isEmpty();
    }

    @Test
    void an_owner_owns_a_service() {
        assertThatThrownBy(() -> World.acting(HAL, () -> roles.grant(said("person", "gus", "role", "service_owner"))))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field()).isEqualTo("service"));
        World.acting(HAL, () -> roles.grant(said("person", "gus", "role", "service_owner", "service", "Care")));
        assertThat(world.knows("select about_id from access.role_grant where account_id = 107 and role = 'service_owner'")).isEqualTo("25");
    }

    @Test
    void the_pages_hold_up_in_a_browser() {
        for (String path : List.of("/accounts", "/people", "/people/ann", "/units", "/units/finance", "/teams", "/teams/network", "/services", "/services/lobby")) {
            holdsUp(whom.address() + path);
        }
        shots();
    }

    /** Where WHOM_SHOTS names a folder, pictures to look at. */
    private void shots() {
        String folder = System.getenv("WHOM_SHOTS");
        if (folder == null) {
            return;
        }
        for (int width : new int[] {1280, 360}) {
            try (BrowserContext context = window(width, com.microsoft.playwright.options.ColorScheme.LIGHT)) {
                prepare(context, whom.address());
                Page page = context.newPage();
                for (String path : List.of("/accounts", "/people", "/people/ann", "/units", "/teams/network", "/services/lobby")) {
                    page.navigate(whom.address() + path);
                    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, path.substring(1).replace('/', '-') + "-" + width + ".png")).setFullPage(true));
                }
            }
        }
    }

    @Override
    protected void prepare(BrowserContext context, String address) {
        context.addCookies(List.of(new Cookie("whom", sessions.start(HAL, "browser").shown()).setUrl(whom.address())));
    }

    private static Written said(String... pairs) {
        var texts = new java.util.HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            texts.put(pairs[i], pairs[i + 1]);
        }
        return new Written(Map.copyOf(texts));
    }
}
