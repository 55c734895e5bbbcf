package whom.api.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import whom.Caller;
import whom.Caller.Answer;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.access.Actor;
import whom.database.TestDatabase;

/** What somebody else changed meanwhile is not changed over their head: If-Match, on everything that can be changed. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnchangedTest {

    private final World world;
    private final Caller hal;

    UnchangedTest(TestDatabase database, RunningWhom whom) {
        world = World.in(database);
        hal = Caller.by(world, whom, World.HAL, Actor.SCOPES.toArray(String[]::new));
        world.knows("select setval(pg_get_serial_sequence('agreements.version', 'id'), 1000)");
    }

    /** A thing, where it is changed, and with what; the same again changes it again. */
    private record Thing(String path, String change, String first, String second) {
        @Override
        public String toString() {
            return path;
        }
    }

    static List<Thing> things() {
        return List.of(new Thing("/api/v1/people/ben", "/api/v1/people/ben", "{\"name\": \"Ben Bull\"}", "{\"name\": \"Ben Bell\"}"),
                new Thing("/api/v1/services/wifi", "/api/v1/services/wifi", "{\"en\": \"Wi-Fi\", \"provider\": \"it\", \"aboutEn\": \"a\"}", "{\"en\": \"Wi-Fi\", \"provider\": \"it\", \"aboutEn\": \"b\"}"),
                new Thing("/api/v1/services/network", "/api/v1/services/network/offerings", "{\"en\": \"A\", \"kind\": \"request\"}", "{\"en\": \"B\", \"kind\": \"request\"}"),
                new Thing("/api/v1/teams/network", "/api/v1/teams/network/members", "{\"person\": \"eve\"}", "{\"person\": \"leo\"}"),
                new Thing("/api/v1/calendars/office", "/api/v1/calendars/office/weeks", weekFrom(20), weekFrom(21)),
                new Thing("/api/v1/agreements/lunch", "/api/v1/agreements/lunch/versions", "{\"from\": \"2099-01-01\", \"calendar\": \"office\", \"waiting\": \"own\", \"answers\": \"last_contact\", \"changes\": \"at_creation\"}", "{\"from\": \"2099-02-01\", \"calendar\": \"office\", \"waiting\": \"own\", \"answers\": \"last_contact\", \"changes\": \"at_creation\"}"),
                new Thing("/api/v1/facts/memberships/m102", "/api/v1/facts/memberships/m102/ending", "{\"to\": \"2099-01-01\", \"reason\": \"a\"}", "{\"to\": \"2099-02-01\", \"reason\": \"b\"}"));
    }

    private static String weekFrom(int daysFromNow) {
        return "{\"from\": \"" + LocalDate.now().plusDays(daysFromNow) + "\", \"monday\": \"8:00-12:00\", \"reason\": \"shorter\"}";
    }

    @ParameterizedTest
    @MethodSource("things")
    void a_thing_that_is_another_by_now_is_not_changed(Thing thing) {
        String seen = hal.get(thing.path).header("ETag");
        assertThat(seen).matches("\"[^\"]+\"");
        assertThat(hal.get(thing.path, "If-None-Match", seen).status()).as("the same as long as nothing changes").isEqualTo(304);
        Answer first = hal.post(thing.change, thing.first, "If-Match", seen);
        assertThat(first.status()).as(first.text()).isBetween(200, 201);
        String now = hal.get(thing.path).header("ETag");
        assertThat(now).isNotEqualTo(seen);
        String events = world.knows("select count(*) from log.event");
        Answer late = hal.post(thing.change, thing.second, "If-Match", seen);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.header("Content-Type")).startsWith("application/problem+json");
        assertThat(world.knows("select count(*) from log.event")).isEqualTo(events);
        assertThat(hal.get(thing.path).header("ETag")).isEqualTo(now);
        assertThat(hal.post(thing.change, thing.second, "If-Match", "W/" + now + ", \"older\"").status()).isBetween(200, 201);
        assertThat(hal.post(thing.change, "{}", "If-Match", "\"nonsense\"").status()).isEqualTo(412);
    }

    @Test
    void a_change_answers_with_the_tag_of_what_it_made() {
        Answer changed = hal.post("/api/v1/people/cat", "{\"name\": \"Cat Cooper\", \"place\": \"here\"}");
        assertThat(changed.header("ETag")).isNotEmpty().isEqualTo(hal.get("/api/v1/people/cat").header("ETag"));
        Answer added = hal.post("/api/v1/people", "{\"name\": \"Una New\", \"address\": \"una@example.org\"}");
        assertThat(added.header("ETag")).isNotEmpty().isEqualTo(hal.get(added.header("Location")).header("ETag"));
    }

    @Test
    void what_is_not_there_is_not_found_whatever_was_seen_of_it() {
        assertThat(hal.post("/api/v1/people/nobody", "{\"name\": \"X\"}", "If-Match", "\"seen\"").status()).isEqualTo(404);
        assertThat(hal.post("/api/v1/people/cat", "{\"name\": \"\"}", "If-Match", hal.get("/api/v1/people/cat").header("ETag")).status()).isEqualTo(422);
    }

    @Test
    void sent_again_under_its_key_it_is_answered_as_before_although_the_thing_is_another_now() {
        String seen = hal.get("/api/v1/people/dan").header("ETag");
        Answer first = hal.post("/api/v1/people/dan", "{\"name\": \"Dan Dune\"}", "If-Match", seen, "Idempotency-Key", "dan");
        Answer again = hal.post("/api/v1/people/dan", "{\"name\": \"Dan Dune\"}", "If-Match", seen, "Idempotency-Key", "dan");
        assertThat(Stream.of(first, again).map(Answer::status)).containsOnly(200);
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).isNotEmpty();
    }
}
