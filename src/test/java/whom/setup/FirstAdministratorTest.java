package whom.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.database.TestDatabase;
import whom.imports.OrganisationImport;
import whom.kernel.WrongUse;

@WithApplication
class FirstAdministratorTest {

    private static final String FILE = """
            {"units": [{"id": "co", "name": "Co", "kind": "company", "placements": [{"from": "2020-01-01"}]}],
             "people": [{"id": "ann", "name": "Ann", "emails": ["ann@example.org"], "memberships": [{"unit": "co", "primary": true, "from": "2020-01-01"}]},
                        {"id": "bob", "name": "Bob", "emails": [], "memberships": [{"unit": "co", "primary": true, "from": "2020-01-01"}]}]}
            """;

    @Test
    void who_administers_an_imported_organisation_is_said_once_and_signs_in_by_a_link(RunningWhom whom, TestDatabase database, @TempDir Path folder) throws Exception {
        try (Connection owner = database.connectAsOwner(); Visit bob = Visit.byStranger(whom)) {
            new OrganisationImport(owner, ZoneId.of("UTC")).load(Files.writeString(folder.resolve("organisation.json"), FILE));
            var first = new FirstAdministrator(owner);
            refused(first, "carl", "", "no person");
            refused(first, "bob", "", "no mail address");
            refused(first, "bob", "ann@example.org", "somebody else's");
            String link = "/sign-in/links/" + first.appoint("bob", "Bob@Example.org").shown();
            bob.get(link);
            assertThat(bob.post(link).location()).isEqualTo("/");
            bob.get("/account");
            assertThat(bob.post("/account/password", "password", "a long enough secret").status()).isBetween(302, 303);
            assertThat(bob.get("/accounts").status()).isEqualTo(200);
            assertThat(bob.get("/facts").status()).isEqualTo(200);
            bob.post("/sign-out");
            bob.get("/sign-in");
            assertThat(bob.post("/sign-in", "address", "bob@example.org", "password", "a long enough secret").location()).isEqualTo("/");
            refused(first, "ann", "", "administrator already");
            assertThat(database.asOwner().sql("select count(*) from log.event where verb = 'house.administrator_appointed'").query(Integer.class).single()).isEqualTo(1);
        }
    }

    private static void refused(FirstAdministrator first, String person, String address, String why) {
        assertThatThrownBy(() -> first.appoint(person, address)).isInstanceOf(WrongUse.class).hasMessageContaining(why);
    }
}
