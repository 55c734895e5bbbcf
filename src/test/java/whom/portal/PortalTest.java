package whom.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static whom.World.ANN;
import static whom.World.BEN;
import static whom.World.CAT;
import static whom.World.EVE;
import static whom.World.FAY;
import static whom.World.KIM;
import static whom.World.NAT;
import static whom.World.NETWORK;
import static whom.World.acting;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.access.Actor;
import whom.conversations.AnswerLinks;
import whom.conversations.Conversations;
import whom.database.TestDatabase;

/** The served person's way over HTTP, without scripts. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalTest {

    private static final Pattern SENT = Pattern.compile("/requests/([^/]+)/sent");

    private final World world;
    private final RunningWhom whom;
    private final Conversations conversations;
    private final AnswerLinks links;

    PortalTest(TestDatabase database, RunningWhom whom, Conversations conversations, AnswerLinks links) {
        this.world = World.in(database);
        this.whom = whom;
        this.conversations = conversations;
        this.links = links;
    }

    private Visit visit(long person) {
        return Visit.by(world, whom, person);
    }

    private long ticket() {
        return world.raised(ANN, ANN, NETWORK, "VPN drops", "every hour");
    }

    private static String number(String location) {
        Matcher number = SENT.matcher(location);
        assertThat(number.matches()).as(location).isTrue();
        return number.group(1);
    }

    /** The questions, answered one by one; what comes last is the page with all answers. */
    private static String asked(Visit visit, String text, String service, String doing, String... files) {
        visit.get("/help");
        String[] fields = new String[files.length + 2];
        fields[0] = "text";
        fields[1] = text;
        System.arraycopy(files, 0, fields, 2, files.length);
        String next = visit.upload("/help", fields).location();
        assertThat(next).endsWith("/service");
        visit.get(next);
        next = visit.post(next, "service", service).location();
        assertThat(next).endsWith("/urgency");
        visit.get(next);
        next = visit.post(next, "doing", doing).location();
        assertThat(next).endsWith("/check");
        return next;
    }

    @Test
    void asking_leads_question_by_question_to_a_number_that_lasts() {
        try (Visit ann = visit(ANN)) {
            String check = asked(ann, "The wi-fi is slow. Since Monday.", "wifi", "stopped", "@picture.txt", "a picture");
            assertThat(ann.get(check).body()).contains("The wi-fi is slow", "picture.txt", "Network", "I cannot work", "For me");
            String sent = ann.post(check.replace("/check", "")).location();
            String number = number(sent);
            assertThat(ann.get(sent).body()).contains(number, "Network", "Who can read this");
            assertThat(ann.post(check.replace("/check", "")).location()).as("a second click sends nothing again").isEqualTo(sent);
            var page = ann.get("/requests/" + number).body();
            assertThat(page).contains("The wi-fi is slow", "Since Monday", "picture.txt", "Received");
            assertThat(ann.get("/requests").body()).contains(number);
            assertThat(world.knows("select urgency || ' ' || served_id || ' ' || team_id from tickets.ticket where number = '" + number + "'")).isEqualTo("1 101 12");
        }
    }

    @Test
    void a_discreet_service_is_offered_to_who_may_use_it_alone() {
        world.makes("insert into standings.entitlement (key, service_id, scope, scope_person_id, valid_from) values ('for-nat', 25, 'person', 114, '2020-01-01')");
        world.makes("insert into access.role_grant (account_id, role, about_id) values (102, 'service_owner', 25)");
        for (long person : new long[] {World.NAT, World.HAL, World.LEO, BEN, CAT}) {
            try (Visit visit = visit(person)) {
                visit.get("/help");
                String next = visit.upload("/help", "text", "Something personal").location();
                assertThat(visit.get(next).body().contains("value=\"care\"")).as(String.valueOf(person)).isEqualTo(person == World.NAT);
                assertThat(visit.post(next, "service", "care").status()).isEqualTo(person == World.NAT ? 302 : 422);
            }
        }
    }

    @Test
    void a_question_left_open_comes_back_with_what_was_typed() {
        try (Visit ann = visit(ANN)) {
            ann.get("/help");
            var empty = ann.upload("/help", "text", "  ");
            assertThat(empty.status()).isEqualTo(422);
            assertThat(empty.body()).contains("<title>Error: ", "There is a problem", "href=\"#text\"");
            ann.get("/help");
            String next = ann.upload("/help", "text", "The door sticks").location();
            ann.get(next);
            var none = ann.post(next, "service", "");
            assertThat(none.status()).isEqualTo(422);
            assertThat(none.body()).contains("href=\"#service\"");
            assertThat(ann.post(next, "service", "no-such-service").status()).isEqualTo(422);
            assertThat(ann.post(next, "service", "unsure").location()).endsWith("/urgency");
        }
    }

    @Test
    void what_was_begun_is_there_on_the_next_device_and_nobody_elses() {
        try (Visit ben = visit(BEN); Visit again = visit(BEN); Visit cat = visit(CAT)) {
            ben.get("/help");
            ben.post("/help/draft", "text", "half a question");
            assertThat(again.get("/help").body()).contains("half a question");
            assertThat(cat.get("/help").body()).doesNotContain("half a question");
            String id = world.knows("select id from portal.asking where account_id = 102");
            assertThat(cat.get("/help/" + id + "/check").status()).isEqualTo(404);
            assertThat(cat.post("/help/" + id).status()).isEqualTo(404);
        }
    }

    @Test
    void that_all_agents_read_is_said_before_one_writes_and_before_one_sends() {
        try (Visit ann = visit(ANN)) {
            assertThat(ann.get("/help?service=lobby").body()).contains("Whoever is at the counter helps.");
            assertThat(ann.get("/help?service=payroll").body()).doesNotContain("Whoever is at the counter helps.");
            String check = asked(ann, "The lobby door sticks", "lobby", "slowed");
            assertThat(ann.get(check).body()).contains("Whoever is at the counter helps.");
        }
    }

    @Test
    void what_is_asked_for_somebody_else_belongs_to_them() {
        try (Visit ben = visit(BEN); Visit ann = visit(ANN)) {
            String check = asked(ben, "A chair for Ann, please", "network", "slowed");
            ben.get(check.replace("check", "for"));
            assertThat(ben.post(check.replace("check", "for"), "whom", "other", "name", "Nobody Known").status()).isEqualTo(422);
            assertThat(ben.post(check.replace("check", "for"), "whom", "other", "name", "Kim Knight").status()).as("not of this organisation").isEqualTo(422);
            ben.post(check.replace("check", "for"), "whom", "other", "name", "ann archer");
            assertThat(ben.get(check).body()).contains("Ann");
            String number = number(ben.post(check.replace("/check", "")).location());
            assertThat(ben.get("/requests/" + number + "/sent").status()).isEqualTo(200);
            long ticket = Long.parseLong(world.knows("select id from tickets.ticket where number = '" + number + "'"));
            acting(FAY, () -> conversations.say(ticket, "Which colour?", List.of()));
            var raised = ben.get("/requests/" + number).body();
            assertThat(raised).contains("A chair for Ann, please", "Somebody is on it").doesNotContain("Which colour?");
            assertThat(ben.get("/requests").body()).contains(number);
            assertThat(ann.get("/requests/" + number).body()).contains("Which colour?", "Ben Baker");
            ann.post("/requests/" + number + "/objection");
            assertThat(ben.get("/requests/" + number).status()).isEqualTo(404);
            assertThat(ben.get("/requests").body()).doesNotContain(number);
        }
    }

    @Test
    void for_somebody_without_an_address_one_stands_in() {
        try (Visit ben = visit(BEN)) {
            String check = asked(ben, "Nat cannot sign in", "network", "stopped");
            ben.get(check.replace("check", "for"));
            ben.post(check.replace("check", "for"), "whom", "other", "name", "Nat Newman");
            String number = number(ben.post(check.replace("/check", "")).location());
            long ticket = Long.parseLong(world.knows("select id from tickets.ticket where number = '" + number + "'"));
            assertThat(world.knows("select served_id from tickets.ticket where id = " + ticket)).isEqualTo("" + NAT);
            acting(FAY, () -> conversations.say(ticket, "Which room?", List.of()));
            assertThat(ben.get("/requests/" + number).body()).contains("Which room?", "class=\"compose\"");
        }
    }

    @Test
    void answering_closing_and_opening_again_move_the_request_through_four_words() {
        long ticket = ticket();
        String path = "/requests/" + world.number(ticket);
        try (Visit ann = visit(ANN)) {
            world.makes("update tickets.ticket set stage = 'waiting_user' where id = " + ticket);
            assertThat(ann.get(path).body()).contains("Waiting for you");
            assertThat(ann.upload(path + "/messages", "text", "It is room 5", "@log.txt", "a log", "then", "send").location()).isEqualTo(path);
            assertThat(ann.get(path).body()).contains("Somebody is on it", "It is room 5", "log.txt");
            ann.upload(path + "/messages", "text", "", "then", "solved");
            assertThat(ann.get(path).body()).contains("Solved", "Not solved");
            ann.upload(path + "/messages", "text", "It is back", "then", "unsolved");
            assertThat(ann.get(path).body()).contains("Somebody is on it", "It is back");
            assertThat(ann.upload(path + "/messages", "text", " ", "then", "send").status()).isEqualTo(422);
        }
    }

    @Test
    void letting_in_and_taking_back_need_no_script() {
        long ticket = ticket();
        String path = "/requests/" + world.number(ticket);
        try (Visit ann = visit(ANN); Visit ben = visit(BEN)) {
            assertThat(ann.get(path).body()).contains(path + "/let-in");
            assertThat(ann.get(path + "/let-in?name=Baker").location()).isEqualTo(path + "/let-in/ben");
            assertThat(ann.get(path + "/let-in?name=Kim").status()).isEqualTo(200);
            String what = ann.get(path + "/let-in/ben").body();
            Matcher earlier = Pattern.compile("name=\"earlier\" value=\"([^\"]+)\"").matcher(what);
            assertThat(earlier.find()).isTrue();
            assertThat(ann.post(path + "/let-in/ben", "scope", "request", "until", "2000-01-01").status()).isEqualTo(422);
            assertThat(ann.post(path + "/let-in/ben", "scope", "request", "until", java.time.LocalDate.now().plusDays(5).toString(), "earlier", earlier.group(1)).location()).startsWith(path);
            assertThat(ben.get(path).body()).contains("every hour", "class=\"compose\"").doesNotContain("Fay", "/take-back", "/let-in");
            String key = world.knows("select key from conversations.let_in where person_id = 102 and until > now() order by id desc limit 1");
            assertThat(ann.get(path).body()).contains("Ben Baker", key);
            ann.post(path + "/take-back", "key", key);
            assertThat(ben.get(path).status()).isEqualTo(404);
            assertThat(ben.get("/requests").body()).doesNotContain(world.number(ticket));
        }
    }

    @Test
    void what_may_not_be_seen_answers_to_the_byte_like_what_is_not_there() {
        String hidden = world.number(ticket());
        String missing = world.number(777_777);
        for (long stranger : new long[] {CAT, KIM, EVE}) {
            try (Visit visit = visit(stranger)) {
                for (String path : new String[] {"/requests/%s", "/requests/%s/sent", "/requests/%s/let-in", "/requests/%s/let-in/ben"}) {
                    var one = visit.get(path.formatted(hidden));
                    var other = visit.get(path.formatted(missing));
                    assertThat(one.status()).isEqualTo(404);
                    assertThat(one.body().replaceAll("value=\"[^\"]*\"", "")).isEqualTo(other.body().replaceAll("value=\"[^\"]*\"", ""));
                }
            }
        }
    }

    @Test
    void a_code_for_the_phone_is_shown_to_the_one_served() {
        String path = "/requests/" + world.number(ticket());
        try (Visit ann = visit(ANN); Visit ben = visit(BEN)) {
            ann.get(path);
            assertThat(ann.post(path + "/code").body()).containsPattern("\\d{3}&nbsp;\\d{3}").contains(path.substring(10));
            ben.get("/requests");
            assertThat(ben.post(path + "/code").status()).isEqualTo(404);
        }
    }

    @Test
    void a_link_from_a_mail_shows_what_the_mail_said_and_takes_an_answer_without_an_account() {
        long ticket = ticket();
        long answer = acting(FAY, () -> conversations.say(ticket, "Is it better now?", List.of()));
        acting(FAY, () -> conversations.say(ticket, "Something later", List.of()));
        String secret = Actor.as(Actor.Machine.MAIL, () -> links.make(answer, ANN)).shown();
        try (Visit stranger = Visit.byStranger(whom)) {
            assertThat(stranger.get("/answer/" + secret).body()).contains("Is it better now?").doesNotContain("Something later", "every hour");
            assertThat(stranger.upload("/answer/" + secret, "text", "").status()).isEqualTo(422);
            assertThat(stranger.upload("/answer/" + secret, "text", "Much better", "@proof.txt", "see").location()).isEqualTo("/answer/" + secret + "?sent=true");
            assertThat(stranger.get("/answer/" + secret + "?sent=true").body()).contains("We have your answer");
            assertThat(stranger.get("/answer/" + secret.substring(1) + "x").status()).isEqualTo(404);
            assertThat(stranger.get("/requests/" + world.number(ticket)).location()).startsWith("/sign-in");
        }
        assertThat(acting(FAY, () -> conversations.read(ticket)).messages().getLast()).satisfies(m -> {
            assertThat(m.text()).isEqualTo("Much better");
            assertThat(m.files()).hasSize(1);
        });
    }

    @Test
    void agents_start_at_their_work_and_everybody_else_at_the_box() {
        try (Visit ann = visit(ANN); Visit fay = visit(FAY); Visit stranger = Visit.byStranger(whom)) {
            assertThat(ann.get("/").body()).contains("What has gone wrong, or what do you need?");
            assertThat(fay.get("/").location()).isEqualTo("/tickets");
            assertThat(fay.get("/help").body()).contains("What has gone wrong, or what do you need?");
            assertThat(stranger.get("/").location()).startsWith("/sign-in");
        }
    }
}
