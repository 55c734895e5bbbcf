package whom.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static whom.World.ANN;
import static whom.World.CAT;
import static whom.World.DESK;
import static whom.World.EVE;
import static whom.World.FAY;
import static whom.World.HAL;
import static whom.World.IDA;
import static whom.World.MIA;
import static whom.World.NETWORK;
import static whom.World.acting;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.access.Actor;
import whom.access.Actor;
import whom.database.TestDatabase;

/** Files, foreign mail, side conversations, seals and codes over HTTP. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationPagesTest {

    private final World world;
    private final RunningWhom whom;
    private final Conversations conversations;
    private final SideConversations sides;
    private final Admissions admissions;

    ConversationPagesTest(TestDatabase database, RunningWhom whom, Conversations conversations, SideConversations sides, Admissions admissions) {
        this.world = World.in(database);
        this.whom = whom;
        this.conversations = conversations;
        this.sides = sides;
        this.admissions = admissions;
    }

    private long ticket() {
        return world.raised(ANN, ANN, NETWORK, "VPN drops", "every hour");
    }

    private Visit visit(long person) {
        return Visit.by(world, whom, person);
    }

    private Attachment file(long ticket, String name, String content) {
        acting(FAY, () -> conversations.say(ticket, name, List.of(new Upload(name, content.length(), () -> new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1))))));
        return acting(ANN, () -> conversations.read(ticket)).messages().getLast().files().getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "notes.txt, hello, text/plain;charset=UTF-8, inline",
        "page.html, <script>alert(1)</script>, application/octet-stream, attachment",
        "drawing.svg, <svg onload='x()'/>, application/octet-stream, attachment",
        "paper.pdf, %PDF-1.7, application/pdf, inline",
        "tool.exe, MZ, application/octet-stream, attachment"})
    void a_file_is_shown_only_where_that_is_harmless_and_never_run(String name, String content, String type, String disposition) {
        Attachment file = file(ticket(), name, content);
        try (Visit ann = visit(ANN)) {
            var answer = ann.get(file.address());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(content);
            assertThat(answer.header("Content-Type")).isEqualToIgnoringCase(type);
            assertThat(answer.header("Content-Disposition")).startsWith(disposition).contains(name);
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'").doesNotContain("script");
        }
    }

    @Test
    void a_file_that_may_not_be_seen_answers_to_the_byte_like_one_that_is_not_there() {
        Attachment file = file(ticket(), "secret.txt", "hello");
        try (Visit cat = visit(CAT)) {
            var hidden = cat.get(file.address());
            var missing = cat.get("/attachments/" + UUID.randomUUID() + "/secret.txt");
            assertThat(hidden.status()).isEqualTo(404);
            assertThat(hidden.body()).isEqualTo(missing.body());
        }
    }

    @Test
    void a_mails_own_form_is_shown_behind_glass() {
        long ticket = ticket();
        String message = world.sees(Actor.Machine.MAIL, "select conversations.hear((select min(thread_id) from conversations.thread_of_number(?)), 101, 'Ann', true, 'plain', '', ?, 'en', 'x@y', false)",
                world.number(ticket), "<p style='color:red'>Hello <script>alert(1)</script><img src='https://evil.example/p.gif'></p>").getFirst();
        String id = world.knows("select public_id from conversations.message where id = " + message);
        try (Visit ann = visit(ANN); Visit cat = visit(CAT)) {
            var answer = ann.get("/messages/" + id + "/html");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("color:red", "Hello").doesNotContain("<script", "evil.example");
            assertThat(answer.header("Content-Security-Policy")).startsWith("sandbox allow-popups").contains("default-src 'none'", "frame-ancestors 'self'");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
            assertThat(answer.header("Content-Security-Policy")).contains("img-src data:;");
            var asked = ann.get("/messages/" + id + "/html?pictures=true");
            assertThat(asked.body()).contains("https://evil.example/p.gif").doesNotContain("<script");
            assertThat(asked.header("Content-Security-Policy")).startsWith("sandbox allow-popups").contains("img-src data: https:;");
            assertThat(asked.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(cat.get("/messages/" + id + "/html?pictures=true").status()).isEqualTo(404);
            assertThat(cat.get("/messages/" + id + "/html").status()).isEqualTo(404);
        }
    }

    @Test
    void whoever_takes_part_answers_on_a_page_of_its_own() {
        long ticket = ticket();
        UUID side = acting(FAY, () -> sides.open(ticket, "Line fault", "The supplier measures", List.of(MIA)));
        try (Visit mia = visit(MIA); Visit ann = visit(ANN); Visit cat = visit(CAT)) {
            assertThat(mia.get("/side/" + side).body()).contains("Line fault", "The supplier measures");
            assertThat(mia.upload("/side/" + side + "/messages", "text", "It is the cable", "@plan.txt", "here").location()).isEqualTo("/side/" + side);
            assertThat(ann.get("/side/" + side).body()).contains("It is the cable", "plan.txt").doesNotContain("class=\"compose\"");
            assertThat(cat.get("/side/" + side).status()).isEqualTo(404);
        }
    }

    @Test
    void an_agent_opens_a_side_conversation_by_name_and_is_told_when_a_name_is_nobodys() {
        long ticket = ticket();
        try (Visit fay = visit(FAY); Visit ann = visit(ANN)) {
            String path = "/conversations/" + world.number(ticket) + "/sides";
            assertThat(fay.get(path).status()).isEqualTo(200);
            assertThat(ann.get(path).status()).isEqualTo(404);
            assertThat(fay.post(path, "subject", "Cable", "why", "measure", "with", "Nobody Known")).satisfies(answer -> {
                assertThat(answer.status()).isEqualTo(422);
                assertThat(answer.body()).contains("Nobody Known", "Cable");
            });
            assertThat(fay.post(path, "subject", "Cable", "why", "measure", "with", "mia mason", "team", "11").location()).startsWith("/side/");
        }
    }

    @Test
    void breaking_a_seal_is_asked_and_decided_on_a_page() {
        long ticket = ticket();
        try (Visit hal = visit(HAL); Visit ida = visit(IDA); Visit ann = visit(ANN); Visit stranger = Visit.byStranger(whom)) {
            assertThat(hal.get("/seals").status()).isEqualTo(200);
            assertThat(ann.get("/seals").status()).isEqualTo(404);
            assertThat(hal.post("/seals", "number", "nonsense", "purpose", "An inquiry into theft").status()).isEqualTo(422);
            assertThat(hal.post("/seals", "number", world.number(ticket), "purpose", "An inquiry into theft", "hours", "2").location()).isEqualTo("/seals");
            String key = world.knows("select key from conversations.seal_break where number = '" + world.number(ticket) + "'");
            assertThat(hal.get("/seals").body()).contains("An inquiry into theft").doesNotContain("/seals/" + key + "/decision");
            assertThat(hal.post("/seals/" + key + "/decision", "yes", "true").status()).isEqualTo(404);
            assertThat(ida.get("/seals").body()).contains("/seals/" + key + "/decision");
            assertThat(ida.post("/seals/" + key + "/decision", "yes", "true").location()).isEqualTo("/seals");
            assertThat(acting(HAL, () -> conversations.open(ticket)).right()).isEqualTo(Right.SEAL);
            assertThat(stranger.get("/seals/published").status()).isEqualTo(200);
        }
    }

    @Test
    void a_code_read_out_on_the_phone_lets_the_team_in_and_a_wrong_one_tells_nothing() {
        long ticket = ticket();
        String code = acting(ANN, () -> admissions.code(ticket));
        try (Visit eve = visit(EVE)) {
            eve.get("/admissions");
            var wrong = eve.post("/admissions", "number", world.number(ticket), "code", code.equals("000000") ? "000001" : "000000", "team", "" + DESK);
            var nowhere = eve.post("/admissions", "number", world.number(999_999), "code", code, "team", "" + DESK);
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(plain(wrong.body())).isEqualTo(plain(nowhere.body()));
            assertThat(eve.post("/admissions", "number", world.number(ticket), "code", code, "team", "" + DESK).location()).isEqualTo("/tickets/" + world.number(ticket));
            assertThat(acting(EVE, () -> conversations.open(ticket)).works()).isTrue();
        }
    }

    /** Without the form's token and what was typed. */
    private static String plain(String page) {
        return page.replaceAll("value=\"[^\"]*\"", "");
    }

    @Test
    void a_draft_is_saved_by_the_page_and_kept_for_the_next() {
        long ticket = ticket();
        try (Visit ann = visit(ANN)) {
            ann.get("/account");
            assertThat(ann.post("/conversations/" + world.number(ticket) + "/drafts", "text", "half a").status()).isEqualTo(204);
            assertThat(world.knows("select text from conversations.draft where account_id = 101 and conversation_id = " + ticket)).isEqualTo("half a");
        }
    }

    @Test
    void what_is_new_in_a_mail_is_shown_and_the_whole_of_it_is_one_click_away() {
        long ticket = ticket();
        world.sees(Actor.Machine.MAIL, "select conversations.hear(t.thread_id, 101, 'Ann', true, ?, ?, '', 'en', null, true) from conversations.thread_of_number(?) t",
                "It works again\n\n> Is it better?", "It works again", world.number(ticket));
        try (Visit fay = visit(FAY)) {
            String page = fay.get("/tickets/" + world.number(ticket)).body();
            assertThat(page).contains("Automatic answer");
            assertThat(page.substring(0, page.indexOf("class=\"quoted\""))).contains("It works again").doesNotContain("Is it better?");
            assertThat(page.substring(page.indexOf("class=\"quoted\""))).contains("Is it better?");
        }
    }
}
