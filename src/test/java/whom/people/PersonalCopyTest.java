package whom.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whom.Caller;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;

@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalCopyTest {

    private final RunningWhom whom;
    private final World world;
    private final long anns;

    PersonalCopyTest(RunningWhom whom, TestDatabase database) {
        this.whom = whom;
        this.world = World.in(database);
        this.anns = world.raised(World.ANN, World.ANN, World.NETWORK, "zebra subject", "zebra body");
        long bens = world.raised(World.BEN, World.BEN, World.NETWORK, "okapi subject", "okapi body");
        String notes = "(select id from conversations.thread where kind = 'notes' and conversation_id = " + anns + ")";
        String main = "(select id from conversations.thread where kind = 'main' and conversation_id = %d)";
        world.makes("insert into conversations.message (conversation_id, thread_id, audience, author_id, sender, \"right\", text) values (%d, %s, 'notes', 106, 'Fay', 'team', 'gnu note')".formatted(anns, notes));
        world.makes("insert into conversations.message (conversation_id, thread_id, audience, author_id, sender, \"right\", automatic, text) values (%d, %s, 'main', 106, 'Fay', 'team', true, 'zebra answer')".formatted(anns, main.formatted(anns)));
        world.makes("insert into conversations.message (conversation_id, thread_id, audience, author_id, sender, \"right\", automatic, text) values (%d, %s, 'main', 101, 'Ann', 'let_in', true, 'zebra elsewhere')".formatted(bens, main.formatted(bens)));
        world.makes("insert into standings.entitlement (key, service_id, scope, scope_person_id, valid_from, reason) values ('e-ann', 21, 'person', 101, '2020-01-01', 'since Ben left')");
        world.makes("insert into standings.look (account_id, person_id, service_id, as_of) values (108, 101, 21, '2026-01-01')");
        world.makes("insert into portal.asking (account_id, text) values (101, 'zebra asking'), (102, 'okapi asking')");
        world.makes("insert into tickets.saved_view (owner_id, name, filter) values (101, 'zebra view', 'is:open'), (106, 'gnu view', 'is:open')");
    }

    @Test
    void everyone_gets_what_is_kept_about_them_and_theirs_to_read() {
        JsonNode copy = copy(World.ANN);
        assertThat(copy.path("person").get(0).path("name").asString()).isEqualTo("Ann Archer");
        assertThat(copy.path("addresses").get(0).path("address").asString()).isEqualTo("ann@example.org");
        assertThat(copy.path("memberships").get(0).path("unit").asString()).isEqualTo("finance");
        assertThat(copy.path("entitlements").get(0).path("service").asString()).isEqualTo("network");
        assertThat(copy.path("looked_at").size()).isEqualTo(1);
        assertThat(copy.path("tickets").get(0).path("number").asString()).isEqualTo(world.number(anns));
        assertThat(copy.path("messages").findValuesAsString("text")).contains("zebra body", "zebra answer");
        assertThat(copy.path("askings").findValuesAsString("text")).containsExactly("zebra asking");
        assertThat(copy.path("views").findValuesAsString("name")).containsExactly("zebra view");
        assertThat(copy.path("sessions").isEmpty()).isFalse();
        assertThat(copy.toString()).doesNotContain("okapi", "gnu", "Ben", "since Ben");
    }

    @Test
    void who_helps_gets_nothing_of_those_they_help() {
        String fays = copy(World.FAY).toString();
        assertThat(fays).contains("Fay Fisher", "gnu view", "\"network\"").doesNotContain("zebra", "okapi", "Archer");
        assertThat(copy(World.JON).toString()).contains("data_protection").doesNotContain("zebra", "okapi");
    }

    @Test
    void it_is_a_file_that_nobody_keeps_on_the_way_and_no_program_fetches() {
        try (Visit ann = Visit.by(world, whom, World.ANN)) {
            assertThat(ann.get("/account").body()).contains("href=\"/account/copy\"");
            Visit.Answer file = ann.get("/account/copy");
            assertThat(file.header("Content-Disposition")).startsWith("attachment; filename=\"whom-ann-").endsWith(".json\"");
            assertThat(file.header("Cache-Control")).contains("no-store");
        }
        assertThat(Caller.by(world, whom, World.ANN, "conversations:read", "facts:read").get("/account/copy").text()).doesNotContain("zebra", "Archer");
        try (Visit stranger = Visit.byStranger(whom)) {
            assertThat(stranger.get("/account/copy").body()).doesNotContain("person");
        }
    }

    private JsonNode copy(long person) {
        try (Visit visit = Visit.by(world, whom, person)) {
            return JsonMapper.shared().readTree(visit.get("/account/copy").body());
        }
    }
}
