package whom.mail.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static whom.World.ANN;
import static whom.World.BEN;
import static whom.World.HAL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.Caller;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;

/** What mails say is the administrators' to change, and everybody else's to read in their mail alone. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordingsTest {

    private static final String TEXT = "Hello {name},\n\n{message}\n\n{Your ticket} stays open: {link}";

    private final RunningWhom whom;
    private final World world;

    WordingsTest(RunningWhom whom, TestDatabase database) {
        this.whom = whom;
        this.world = World.in(database);
    }

    @Test
    void a_text_is_changed_seen_in_its_history_and_put_back() {
        String here = "/mail/texts/answer-en-outside";
        try (Visit hal = Visit.by(world, whom, HAL)) {
            assertThat(hal.get("/mail/texts").body()).contains("Answer", "Link to sign in", here);
            assertThat(hal.get(here).body()).contains("This is the text that comes with Whom", "Nobody has changed it", "The printer on the second floor [K7Q-2MFX]", "must stand in it");
            assertThat(hal.post(here, "edition", "0", "subject", "Re: {ticket.subject}", "text", TEXT, "foot", "{reason}").location()).isEqualTo(here);
            assertThat(hal.get(here).body()).contains("Saved. Mails that go out", "This is your own text", "Re: The printer on the second floor", "Hello Robin,", "Your ticket stays open", "action=\"" + here + "/undo/1\"");
            assertThat(hal.get("/mail/texts").body()).contains("changed by Hal");
            assertThat(hal.post(here, "edition", "0", "subject", "Late", "text", TEXT, "foot", "{reason}").status()).isEqualTo(409);
            assertThat(hal.post(here, "edition", "1", "subject", "Re: {ticket.subject}", "text", TEXT, "foot", "{reason}").location()).isEqualTo(here);
            assertThat(hal.get(here).body()).contains("Nothing was changed.");
            assertThat(hal.post(here + "/delivered", "edition", "1").location()).isEqualTo(here);
            assertThat(hal.get(here).body()).contains("This is the text that comes with Whom", "As delivered", "Start from this");
            assertThat(hal.get(here + "?from=1").body()).contains("Hello Robin,");
            assertThat(hal.post(here + "/undo/2").location()).isEqualTo(here);
            assertThat(hal.get(here).body()).contains("Hello Robin,");
            assertThat(hal.post(here + "/undo/2").status()).as("somebody changed it since").isEqualTo(409);
            assertThat(hal.post(here + "/undo/99").status()).isEqualTo(404);
            hal.post(here + "/delivered", "edition", "3");
        }
        assertThat(world.knows("select count(*) || ' ' || min(account_id) from log.event where verb = 'house.mail_text_changed' and data ->> 'occasion' = 'answer' and data ->> 'language' = 'en'")).isEqualTo("4 108");
    }

    @Test
    void what_is_wrong_comes_back_with_its_reason_and_what_was_typed() {
        String here = "/mail/texts/news-de-outside";
        try (Visit hal = Visit.by(world, whom, HAL)) {
            hal.get(here);
            var refused = hal.post(here, "edition", "0", "subject", "s", "text", "only words of mine {link}", "foot", "{reson}");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("{reson} is no placeholder here. Did you mean {reason}?", "only words of mine", "aria-invalid");
            var script = hal.post(here, "edition", "0", "subject", "s", "text", "<script>alert(1)</script> {link}", "foot", "{reason}");
            assertThat(script.status()).isEqualTo(422);
            assertThat(script.body()).contains("Write plain text, without &lt;script").doesNotContain("<script>alert");
        }
        assertThat(world.knows("select count(*) from mail.wording where occasion = 'news'")).isEqualTo("0");
    }

    @Test
    void how_it_reads_is_shown_while_it_is_typed_in_any_vocabulary() {
        String here = "/mail/texts/answer-en-outside";
        try (Visit hal = Visit.by(world, whom, HAL)) {
            hal.get(here);
            var partners = hal.post(here + "/preview", "edition", "0", "subject", "{ticket.subject}", "text", "Dear {user} <b>x</b>, {message}", "foot", "{reason}", "vocabulary", "partners");
            assertThat(partners.body()).contains("Dear partner &lt;b&gt;x&lt;/b&gt;", "This cannot be saved yet: Write plain text", "value=\"partners\" selected");
            assertThat(hal.post(here + "/preview", "subject", "s", "text", "Dear {user}", "foot", "", "vocabulary", "nonsense").status()).isEqualTo(404);
        }
    }

    @Test
    void nobody_else_sees_or_changes_them() {
        try (Visit ann = Visit.by(world, whom, ANN); Visit stranger = Visit.byStranger(whom)) {
            for (String path : List.of("/mail/texts", "/mail/texts/answer-en-outside")) {
                assertThat(ann.get(path).status()).isEqualTo(403);
                assertThat(stranger.get(path).location()).startsWith("/sign-in");
            }
            assertThat(ann.post("/mail/texts/answer-en-outside", "edition", "0", "subject", "x", "text", TEXT, "foot", "{reason}").status()).isEqualTo(403);
        }
        assertThat(world.asks(ANN, "select mail.set_wording('answer', 'en', 'inside', 0, 'x', 'x', 'x')")).isEqualTo("refused");
        assertThat(world.asks(BEN, "select count(*) from mail.wordings()")).isEqualTo("0");
        assertThat(world.asks(BEN, "select count(*) from mail.wording_history('answer', 'en', 'outside')")).isEqualTo("0");
    }

    @Test
    void programs_do_the_same() {
        String here = "/api/v1/mail/texts/sign_in-de-inside";
        Caller calls = Caller.by(world, whom, HAL, "administration");
        assertThat(calls.get("/api/v1/mail/texts").text()).contains("\"key\":\"sign_in-de-inside\"");
        var first = calls.get(here);
        assertThat(first.text()).contains("\"delivered\":true", "{link}", "\"required\":true");
        var changed = calls.put(here, "{\"subject\":\"Hinein\",\"text\":\"{link}\",\"foot\":\"{reason}\"}", "If-Match", first.header("ETag"));
        assertThat(changed.text()).contains("\"version\":1", "\"delivered\":false", "\"by\":\"Hal");
        assertThat(calls.put(here, "{\"subject\":\"Zu spät\",\"text\":\"{link}\",\"foot\":\"{reason}\"}", "If-Match", first.header("ETag")).status()).isEqualTo(412);
        var refused = calls.put(here, "{\"subject\":\"x\",\"text\":\"no link\",\"foot\":\"{reason}\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("text", "{link}");
        assertThat(calls.get(here + "/preview?vocabulary=precise").text()).contains("\"subject\":\"Hinein\"");
        assertThat(calls.post("/api/v1/mail/texts/answer-en-outside/preview", "{\"subject\":\"{ticket.subject}\",\"text\":\"{message} for {user}\",\"vocabulary\":\"partners\"}").text()).contains("for partner", "must stand");
        assertThat(calls.ask("DELETE", here, "").text()).contains("\"version\":2", "\"delivered\":true");
        assertThat(calls.get("/api/v1/mail/texts/letter-de-inside").status()).isEqualTo(404);
        assertThat(Caller.by(world, whom, HAL, "mail:deliver").ask("DELETE", here, "").status()).isEqualTo(403);
    }
}
