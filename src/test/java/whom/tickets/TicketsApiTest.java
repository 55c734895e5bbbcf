package whom.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import whom.Caller;
import whom.Caller.Answer;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;

/** The desk as programs see it. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TicketsApiTest {

    private static final String[] ALL = {"conversations:read", "tickets:write"};

    private final World world;
    private final Caller ann, fay, gus, leo;

    TicketsApiTest(TestDatabase database, RunningWhom whom) {
        world = World.in(database);
        ann = Caller.by(world, whom, World.ANN, ALL);
        fay = Caller.by(world, whom, World.FAY, ALL);
        gus = Caller.by(world, whom, World.GUS, ALL);
        leo = Caller.by(world, whom, World.LEO, ALL);
    }

    @Test
    void a_ticket_is_raised_for_whoever_asks_and_says_where_it_is() {
        Answer made = ann.post("/api/v1/tickets", "{\"subject\": \"Cable\", \"text\": \"It is torn.\", \"service\": \"network\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/api/v1/tickets/" + made.json().get("number").asString());
        assertThat(made.json().get("served").asString()).isEqualTo("ann");
        assertThat(made.json().get("channel").asString()).isEqualTo("api");
        Answer read = fay.get(made.header("Location"));
        assertThat(read.text()).isEqualTo(made.text());
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));
        assertThat(fay.get(made.header("Location"), "If-None-Match", read.header("ETag")).status()).isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{} | #/subject", "{\"subject\": \" \"} | #/subject", "{\"subject\": \"A\", \"kind\": \"wish\"} | #/kind",
        "{\"subject\": \"A\", \"service\": \"nowhere\"} | #/service", "{\"subject\": \"A\", \"served\": \"nobody\"} | #/served", "{\"subject\": \"A\", \"served\": \"kim\"} | #/served",
        "{\"subject\": \"A\", \"impact\": 4} | #/impact", "{\"subject\": \"A\", \"language\": \"xx\"} | #/language"})
    void what_cannot_be_raised_is_refused_with_the_field(String body, String pointer) {
        String before = world.knows("select count(*) from tickets.ticket");
        Answer refused = ann.post("/api/v1/tickets", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").get(0).get("pointer").asString()).isEqualTo(pointer);
        assertThat(world.knows("select count(*) from tickets.ticket")).isEqualTo(before);
    }

    @Test
    void every_change_of_the_desk_can_be_made() {
        String ticket = raised("Changes");
        assertThat(fay.put(ticket + "/assignment", "{\"person\": \"gus\"}").json().get("assignee").asString()).isEqualTo("gus");
        assertThat(fay.put(ticket + "/assignment", "{\"person\": null}").json().get("assignee").isNull()).isTrue();
        assertThat(fay.put(ticket + "/priority", "{\"impact\": 1, \"urgency\": 1}").json().get("priority").asInt()).isEqualTo(1);
        assertThat(fay.put(ticket + "/subject", "{\"subject\": \"Changed\"}").json().get("subject").asString()).isEqualTo("Changed");
        assertThat(fay.put(ticket + "/service", "{\"service\": \"wifi\"}").json().get("service").asString()).isEqualTo("wifi");
        assertThat(fay.put(ticket + "/stage", "{\"stage\": \"waiting_third_party\", \"until\": \"2999-01-01T08:00:00Z\", \"reason\": \"a part\"}").json().get("stage").asString()).isEqualTo("waiting_third_party");
        assertThat(fay.post(ticket + "/teams", "{\"team\": \"payroll\", \"why\": \"asked_in\"}").json().get("team").asString()).isEqualTo("network");
        assertThat(fay.post(ticket + "/teams", "{\"team\": \"desk\"}").json().get("team").asString()).isEqualTo("desk");
        String other = raised("The other").substring("/api/v1/tickets/".length());
        assertThat(fay.post(ticket + "/links", "{\"other\": \"" + other + "\"}").json().get("items").get(0).get("how").asString()).isEqualTo("related");
        assertThat(fay.ask("DELETE", ticket + "/links/" + other, "").status()).isEqualTo(204);
    }

    @Test
    void two_tickets_of_one_person_are_made_one_and_two_again() {
        String one = raised("Once"), again = raised("Again"), number = one.substring("/api/v1/tickets/".length());
        assertThat(fay.post(again + "/merge", "{\"into\": \"" + number + "\"}").json().get("stage").asString()).isEqualTo("closed");
        assertThat(fay.get(one + "/links").json().get("items").get(0).get("how").asString()).isEqualTo("merged_from");
        assertThat(fay.ask("DELETE", again + "/merge/" + number, "").status()).isEqualTo(204);
        assertThat(fay.get(again).json().get("stage").asString()).isEqualTo("open");
    }

    @Test
    void the_one_served_says_whether_it_is_solved_and_changes_nothing_else() {
        String ticket = raised("Mine");
        assertThat(ann.put(ticket + "/judgement", "{\"solved\": true}").json().get("stage").asString()).isEqualTo("solved");
        assertThat(ann.put(ticket + "/judgement", "{\"solved\": false}").json().get("stage").asString()).isEqualTo("open");
        assertThat(ann.put(ticket + "/subject", "{\"subject\": \"No\"}").text()).isEqualTo(leo.put(ticket + "/subject", "{\"subject\": \"No\"}").text());
        assertThat(fay.put(ticket + "/judgement", "{\"solved\": true}").status()).isEqualTo(404);
    }

    @Test
    void whoever_closes_what_they_passed_on_is_told_that_it_is_done_though_they_see_it_no_more() {
        String ticket = raised("Leaving");
        fay.post(ticket + "/teams", "{\"team\": \"payroll\"}");
        Answer closed = fay.put(ticket + "/stage", "{\"stage\": \"closed\"}");
        assertThat(closed.status()).isEqualTo(204);
        assertThat(fay.get(ticket).status()).isEqualTo(404);
        assertThat(leo.get(ticket).json().get("stage").asString()).isEqualTo("closed");
    }

    @Test
    void who_was_faster_and_did_what_is_told_and_nothing_is_changed() {
        String ticket = raised("Faster");
        String seen = fay.get(ticket).header("ETag");
        gus.put(ticket + "/assignment", "{\"person\": \"gus\"}", "If-Match", seen);
        gus.put(ticket + "/subject", "{\"subject\": \"Renamed\"}");
        Answer late = fay.put(ticket + "/assignment", "{\"person\": \"fay\"}", "If-Match", seen);
        assertThat(late.status()).isEqualTo(412);
        JsonNode changes = late.json().get("changes");
        assertThat(changes.size()).isEqualTo(2);
        assertThat(changes.get(0).get("by").asString() + " " + changes.get(0).get("what").asString()).isEqualTo("gus ticket.renamed");
        assertThat(changes.get(1).get("what").asString()).isEqualTo("ticket.assigned");
        assertThat(fay.get(ticket).json().get("assignee").asString()).isEqualTo("gus");
        assertThat(fay.put(ticket + "/assignment", "{\"person\": \"fay\"}", "If-Match", "\"rubbish\"").status()).isEqualTo(412);
        assertThat(fay.put(ticket + "/assignment", "{\"person\": \"fay\"}", "If-Match", "*").status()).isEqualTo(200);
    }

    @Test
    void a_new_message_changes_the_tag_and_holds_up_nobody() {
        String ticket = raised("Message");
        String seen = fay.get(ticket).header("ETag");
        fay.post(ticket + "/notes", "{\"text\": \"I look\"}");
        assertThat(fay.get(ticket).header("ETag")).isNotEqualTo(seen);
        assertThat(fay.put(ticket + "/priority", "{\"impact\": 1, \"urgency\": 2}", "If-Match", seen).status()).isEqualTo(200);
    }

    @Test
    void a_list_is_read_to_its_end_by_filter_and_cursor() {
        for (int i = 0; i < 5; i++) {
            raised("Walk " + i);
        }
        List<String> subjects = new ArrayList<>();
        String next = "/api/v1/tickets?limit=2&order=updated&filter=is:open%20walk";
        for (int parts = 0; next != null && parts < 9; parts++) {
            JsonNode part = fay.get(next).json();
            part.get("items").forEach(item -> subjects.add(item.get("subject").asString()));
            next = part.get("next").isNull() ? null : part.get("next").asString();
        }
        assertThat(subjects).containsExactly("Walk 4", "Walk 3", "Walk 2", "Walk 1", "Walk 0");
        assertThat(leo.get("/api/v1/tickets?filter=walk").json().get("items").isEmpty()).isTrue();
        assertThat(fay.get("/api/v1/tickets?filter=is:nothing").status()).isEqualTo(422);
        assertThat(fay.get("/api/v1/tickets?order=rank").status()).isEqualTo(422);
        assertThat(fay.get("/api/v1/search?q=torn").json().get("items").isEmpty()).isFalse();
        assertThat(leo.get("/api/v1/search?q=torn").json().get("items").isEmpty()).isTrue();
    }

    @Test
    void a_token_without_the_scope_reads_or_writes_nothing(RunningWhom whom) {
        String ticket = raised("Scopes");
        assertThat(Caller.by(world, whom, World.FAY, "tickets:write").get(ticket).status()).isEqualTo(404);
        assertThat(Caller.by(world, whom, World.FAY, "conversations:read").put(ticket + "/priority", "{\"impact\": 1, \"urgency\": 2}").status()).isEqualTo(403);
    }

    private String raised(String subject) {
        return ann.post("/api/v1/tickets", "{\"subject\": \"" + subject + "\", \"text\": \"The cable is torn.\", \"service\": \"network\"}").header("Location");
    }
}
