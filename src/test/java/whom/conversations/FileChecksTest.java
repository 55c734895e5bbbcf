package whom.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whom.World.ANN;
import static whom.World.FAY;
import static whom.World.HAL;
import static whom.World.acting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.access.Actor;
import whom.database.TestDatabase;

/** Files are looked at by a scanner; ClamAV's protocol is spoken by a stand-in within this process. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileChecksTest {

    private final RunningWhom whom;
    private final World world;
    private final FileChecks checks;
    private final Conversations conversations;
    private FakeClamd clamd;

    FileChecksTest(RunningWhom whom, TestDatabase database, FileChecks checks, Conversations conversations) {
        this.whom = whom;
        this.world = World.in(database);
        this.checks = checks;
        this.conversations = conversations;
    }

    @BeforeEach
    void a_scanner() throws IOException {
        clamd = new FakeClamd();
        checks.begin(true);
    }

    @AfterEach
    void none() throws IOException {
        clamd.close();
        checks.begin(false);
        world.makes("update conversations.scanning set unchecked = 'hold'");
        world.makes("update conversations.content set verdict = 'clean'");
    }

    @Test
    void a_file_waits_for_the_scanners_word_and_is_then_let_through() {
        long ticket = ticket("notes.txt", "hello");
        Attachment file = file(ticket);
        assertThat(file.state()).isEqualTo("waiting");
        try (Visit ann = Visit.by(world, whom, ANN)) {
            assertThat(ann.get("/requests/" + world.number(ticket)).body()).contains("notes.txt", "is being checked").doesNotContain(file.address());
            var refused = ann.get(file.address());
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("notes.txt is being checked").doesNotContain("hello");
            check();
            assertThat(ann.get("/requests/" + world.number(ticket)).body()).contains(file.address()).doesNotContain("is being checked");
            assertThat(ann.get(file.address()).body()).isEqualTo("hello");
        }
        assertThat(clamd.asked).hasValue(1);
    }

    @Test
    void what_is_infected_is_kept_away_from_everybody_with_words_and_goes_out_with_no_mail() {
        long ticket = ticket("invoice.txt", "before EICAR after");
        check();
        Attachment file = file(ticket);
        assertThat(file.state()).isEqualTo("infected");
        for (long person : new long[] {ANN, FAY}) {
            try (Visit visit = Visit.by(world, whom, person)) {
                var refused = visit.get(file.address());
                assertThat(refused.status()).isEqualTo(422);
                assertThat(refused.body()).contains("invoice.txt carries something harmful").doesNotContain("EICAR");
                assertThat(visit.get("/small-pictures/" + file.id()).status()).isEqualTo(404);
            }
        }
        try (Visit fay = Visit.by(world, whom, FAY)) {
            assertThat(fay.get("/tickets/" + world.number(ticket)).body()).contains("is kept away: it carries something harmful", "A file was kept away");
        }
        assertThat(world.asks(FAY, "select count(*) from conversations.content")).as("below the page, too").isEqualTo(world.asks(FAY, "select count(*) from conversations.content where verdict <> 'infected'"));
        assertThat(world.knows("select found from conversations.content where verdict = 'infected'")).isEqualTo("Eicar-Signature");
        assertThat(world.knows("select count(*) from log.event where verb = 'ticket.file_kept_away' and subject_id = " + ticket)).isEqualTo("1");
        checks.begin(false);
        assertThat(file(ticket).state()).as("also when nobody is asked any more").isEqualTo("infected");
    }

    @Test
    void what_the_scanner_says_nothing_of_is_held_unless_administrators_let_it_through() throws IOException {
        clamd.close();
        long ticket = ticket("held.txt", "hello");
        check();
        assertThat(file(ticket).state()).isEqualTo("failed");
        try (Visit ann = Visit.by(world, whom, ANN); Visit hal = Visit.by(world, whom, HAL)) {
            assertThat(ann.get(file(ticket).address()).body()).contains("could not be checked for something harmful");
            assertThat(hal.get("/files").body()).contains("The scanner says nothing", "it cannot be reached").doesNotContain("held.txt");
            assertThat(hal.post("/files", "unchecked", "anything").status()).isEqualTo(422);
            assertThat(hal.post("/files", "unchecked", "pass").location()).isEqualTo("/files");
            assertThat(ann.get(file(ticket).address()).body()).isEqualTo("hello");
            assertThat(ann.get("/requests/" + world.number(ticket)).body()).contains("could not be checked");
            assertThat(ann.get("/files").status()).isEqualTo(403);
            assertThat(ann.post("/files", "unchecked", "pass").status()).isEqualTo(403);
        }
        assertThat(world.asks(ANN, "select conversations.set_unchecked('pass')")).isEqualTo("f");
        assertThat(world.knows("select checks || ' ' || (check_at between now() + interval '10 seconds' and now() + interval '1 hour') from conversations.content where verdict = 'failed'")).as("it is asked again").isEqualTo("1 true");
    }

    @Test
    void what_is_too_large_or_answered_with_an_error_counts_as_unsaid() {
        assertThat(ask(new byte[FakeClamd.LARGEST + 1_000_000])).isEqualTo(new Clamd.Nothing("too_large"));
        clamd.instead = "stream: Can't allocate memory ERROR";
        assertThat(ask(new byte[10])).isEqualTo(new Clamd.Nothing("error"));
        clamd.instead = "stream: Evil<script>\u0007 FOUND";
        assertThat(ask(new byte[10])).isEqualTo(new Clamd.Infected("Evil_script__"));
    }

    @Test
    void a_scanner_that_hangs_up_says_nothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> {
                try (var socket = silent.accept()) {
                    socket.getInputStream().readNBytes(10);
                } catch (IOException e) {
                    return;
                }
            });
            assertThat(Clamd.at("127.0.0.1:" + silent.getLocalPort()).ask(at -> at > 0 ? new byte[0] : new byte[5])).isEqualTo(new Clamd.Nothing("unreachable"));
        }
        assertThat(Clamd.at("/nowhere/clamd.ctl").ask(at -> new byte[0])).isEqualTo(new Clamd.Nothing("unreachable"));
    }

    @Test
    void where_it_is_must_be_said_so_that_it_can_be_reached() {
        for (String wrong : List.of("clamd", "host:", ":3310", "host:99999", "host:port")) {
            assertThatThrownBy(() -> Clamd.at(wrong)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("WHOM_CLAMAV");
        }
    }

    @Test
    void a_mail_waits_for_its_files() {
        world.makes("insert into mail.setting (name, value) values ('host', 'x'), ('address', 'help@desk.example'), ('site', 'https://desk.example') on conflict (name) do update set value = excluded.value");
        long ticket = world.raised(ANN, ANN, World.NETWORK, "Waits", "x");
        acting(FAY, () -> conversations.say(ticket, "see the file", List.of(upload("plan.txt", "plan"))));
        String due = "select count(*) from mail.outgoing where conversation_id = " + ticket + " and state = 'queued' and not conversations.files_wait(message_id)";
        String files = "select count(*) from mail.outgoing o cross join lateral mail.files(o.id, 1000000) f where o.conversation_id = " + ticket;
        assertThat(List.of(world.knows(due), world.knows(files))).isEqualTo(List.of("0", "0"));
        check();
        assertThat(List.of(world.knows(due), world.knows(files))).isEqualTo(List.of("1", "1"));
        world.makes("update mail.setting set value = '' where name = 'host'");
    }

    @Test
    void what_came_before_there_was_a_scanner_is_looked_at_and_not_held() {
        checks.begin(false);
        long ticket = ticket("old.txt", "old words");
        checks.begin(true);
        world.makes("update conversations.content set kept_at = kept_at - interval '1 hour'");
        assertThat(file(ticket).state()).isEmpty();
        check();
        assertThat(clamd.asked.get()).isPositive();
        assertThat(file(ticket).state()).isEmpty();
    }

    @Test
    void equal_files_share_what_was_found() {
        long first = ticket("same.txt", "the very same words");
        check();
        assertThat(file(first).state()).isEmpty();
        long second = ticket("same.txt", "the very same words");
        world.makes("update conversations.content set verdict = 'infected', found = 'Late' where id = (select max(id) from conversations.content)");
        world.sees(Actor.Machine.JOBS, "select conversations.keep_once(100)");
        assertThat(file(first).state()).isEqualTo("infected");
        assertThat(file(second).state()).isEqualTo("infected");
    }

    private Clamd.Answer ask(byte[] bytes) {
        return Clamd.at(clamd.address()).ask(at -> at >= bytes.length ? new byte[0] : Arrays.copyOfRange(bytes, (int) at, (int) Math.min(bytes.length, at + 500_000)));
    }

    private void check() {
        Clamd scanner = Clamd.at(clamd.address());
        for (int i = 0; i < 50 && checks.next(scanner); i++) {
            continue;
        }
    }

    private long ticket(String name, String content) {
        long ticket = world.raised(ANN, ANN, World.NETWORK, "With a file", "x");
        acting(ANN, () -> conversations.say(ticket, "here it is", List.of(upload(name, content))));
        return ticket;
    }

    private static Upload upload(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new Upload(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private Attachment file(long ticket) {
        return acting(FAY, () -> conversations.open(ticket)).messages().stream().flatMap(m -> m.files().stream()).findFirst().orElseThrow();
    }
}
