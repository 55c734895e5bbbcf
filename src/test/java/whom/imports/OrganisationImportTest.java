package whom.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whom.database.TestDatabase;
import whom.database.WithDatabase;

@WithDatabase
class OrganisationImportTest {

    private static final String SMALL = """
            {"units": [{"id": "#co", "name": "Co", "kind": "company", "placements": [{"from": "2020-01-01"}]},
                       {"id": "#it", "name": "IT", "kind": "department", "placements": [{"parent": "#co", "from": "2020-01-01"}]}],
             "people": [{"id": "#ann", "name": "Ann\\tA.\\\\", "emails": ["#Ann@Example.org"], "memberships": [{"unit": "#co", "primary": true, "from": "2020-01-01"}]},
                        {"id": "#bob", "name": "Bob", "emails": [], "memberships": [{"unit": "#it", "primary": true, "from": "2020-01-01"}]},
                        {"id": "#gus", "name": "Gus", "emails": [], "memberships": []}],
             "services": [{"id": "#mail", "name": "Mail", "provider": "#it"}],
             "fundings": [{"id": "#f1", "service": "#mail", "scope": {"everybody": true}, "kind": "unit", "payer": {"unit": "#co"}, "share": "60.5", "from": "2020-01-01"}],
             "teams": [{"id": "#desk", "name": "Desk", "members": [{"person": "#gus", "from": "2020-01-01"}]}],
             "tickets": [{"id": "#t1", "service": "#mail", "served": "#ann", "raisedBy": "#bob", "opened": "2026-01-05", "teams": [{"team": "#desk", "from": "2026-01-05"}]},
                         {"id": "#t2", "service": "#mail", "served": "#ann", "raisedBy": "#ann", "opened": "2026-01-05", "teams": [{"team": "#desk", "from": "2026-01-05", "to": "2026-01-09"}]}],
             "letIns": [{"id": "#l1", "served": "#ann", "person": "#bob", "ticket": "#t1", "from": "2026-01-05"}],
             "sealBreaks": [{"id": "#s1", "ticket": "#t1", "asked": "#bob", "approved": "#gus", "from": "2026-01-05", "to": "2026-01-08"}]}
            """;

    private final TestDatabase database;

    OrganisationImportTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void what_the_file_says_is_there_under_its_own_ids(@TempDir Path folder) throws Exception {
        var loaded = load(folder, "a");
        assertThat(text("select name from people.person where key = 'aann'")).isEqualTo("Ann\tA.\\");
        assertThat(text("select address from people.address a join people.person p on p.id = a.person_id where p.key = 'aann'")).isEqualTo("aann@example.org");
        assertThat(text("select share from standings.funding where key = 'af1'")).isEqualTo("60.500000");
        assertThat(text("select string_agg(key, ' ' order by key) from people.membership where key like 'a%'")).isEqualTo("aann~aco~2020-01-01 abob~ait~2020-01-01");
        assertThat(loaded.remarks()).anyMatch(r -> r.contains("sum to 60.5")).anyMatch(r -> r.startsWith("al1: ")).anyMatch(r -> r.startsWith("as1: "));
    }

    @Test
    void a_second_load_is_refused_whole(@TempDir Path folder) throws Exception {
        load(folder, "b");
        String before = text("select count(*) from people.membership");
        assertThatThrownBy(() -> load(folder, "b")).isInstanceOf(NotLoaded.class).hasMessageContaining("bann is here already").hasMessageContaining("Nothing was imported");
        assertThat(text("select count(*) from people.membership")).isEqualTo(before);
    }

    @Test
    void rights_to_read_stay_within_the_rules_of_reading(@TempDir Path folder) throws Exception {
        load(folder, "c");
        assertThat(text("select string_agg(r.\"right\", ' ' order by r.\"right\") from conversations.reader r join conversations.conversation c on c.id = r.conversation_id where c.number = 'ct1'"))
                .as("nobody is let in any more after 90 days").isEqualTo("served team");
        assertThat(text("select until - since = interval '24 hours' from conversations.seal_break where key = 'cs1'")).isEqualTo("t");
        assertThat(text("select string_agg(number || ' ' || stage, ', ' order by number) from tickets.ticket where number like 'c%'")).isEqualTo("ct1 open, ct2 closed");
    }

    @Test
    void whoever_is_in_a_team_or_works_for_the_provider_is_inside(@TempDir Path folder) throws Exception {
        load(folder, "d");
        assertThat(text("select string_agg(key, ' ' order by key) from access.account where inside and key like 'd%'")).isEqualTo("dbob dgus");
        assertThat(text("select u.key from people.person p join people.unit u on u.id = p.realm_id where p.key = 'dbob'")).isEqualTo("dco");
    }

    @Test
    void a_file_brings_in_no_promise_that_prefers_somebody(@TempDir Path folder) throws Exception {
        String before = text("select count(*) from agreements.target") + text("select count(*) from agreements.exception");
        try (var owner = database.connectAsOwner()) {
            Path file = write(folder, SMALL.replace("\"teams\": [", "\"agreements\": [{\"id\": \"#for-ann\", \"service\": \"#mail\", \"scope\": {\"person\": \"#ann\"}, \"signatory\": \"#ann\", \"from\": \"2020-01-01\","
                    + " \"vip\": true, \"rank\": 1, \"targets\": [{\"clock\": \"solution\", \"minutes\": 5}]}], \"teams\": ["), "h");
            new OrganisationImport(owner, ZoneId.systemDefault()).load(file);
        }
        assertThat(text("select count(*) from agreements.target") + text("select count(*) from agreements.exception")).isEqualTo(before);
        assertThat(text("select agreements.terms_of('hfor-ann', current_date) is null")).as("counted, and nothing by it is promised").isEqualTo("t");
    }

    @Test
    void a_load_is_on_record_without_words(@TempDir Path folder) throws Exception {
        load(folder, "e");
        assertThat(text("select data ->> 'person' from log.event where verb = 'house.imported' order by id desc limit 1")).isEqualTo("3");
    }

    @Test
    void a_file_that_contradicts_itself_is_refused(@TempDir Path folder) throws Exception {
        Path file = write(folder, SMALL.replace("{\"unit\": \"#co\", \"primary\": true, \"from\": \"2020-01-01\"}",
                "{\"unit\": \"#co\", \"primary\": true, \"from\": \"2020-01-01\"}, {\"unit\": \"#it\", \"primary\": true, \"from\": \"2021-01-01\"}"), "g");
        try (var owner = database.connectAsOwner()) {
            assertThatThrownBy(() -> new OrganisationImport(owner, ZoneId.systemDefault()).load(file)).isInstanceOf(NotLoaded.class).hasMessageContaining("primary membership");
        }
        assertThat(text("select count(*) from people.person where key like 'g%'")).isEqualTo("0");
    }

    private OrganisationImport.Loaded load(Path folder, String prefix) throws Exception {
        try (var owner = database.connectAsOwner()) {
            return new OrganisationImport(owner, ZoneId.systemDefault()).load(write(folder, SMALL, prefix));
        }
    }

    private static Path write(Path folder, String json, String prefix) throws IOException {
        return Files.writeString(folder.resolve("organisation.json"), json.replace("#", prefix));
    }

    private String text(String sql) {
        return database.asOwner().sql(sql).query((row, n) -> row.getString(1)).single();
    }
}
