package whom.mail.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static whom.World.EVE;
import static whom.World.acting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.WithApplication;
import whom.World;
import whom.conversations.Conversation;
import whom.conversations.Conversations;
import whom.conversations.Message;
import whom.database.TestDatabase;
import whom.mail.Letters;
import whom.mail.MailReader;
import whom.mail.ReadMessage;
import whom.mail.reports.Kind;

/** The main job with mail as the world sends it, from real messages that are kept beside the project. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealMailTest {

    private static final Path CASES = Path.of("../shared/acceptance/mail/cases");

    private final World world;
    private final Arrivals arrivals;
    private final Conversations conversations;

    RealMailTest(TestDatabase database, Arrivals arrivals, Conversations conversations) {
        this.world = World.in(database);
        this.arrivals = arrivals;
        this.conversations = conversations;
    }

    @Test
    void real_mail_becomes_tickets_with_its_words_once_and_answers_find_them() {
        assumeTrue(Files.isDirectory(CASES), "the shared messages are not beside the project");
        List<byte[]> letters = letters();
        letters.forEach(raw -> arrivals.keep(raw, "", true));
        workOff();
        assertThat(world.knows("select count(*) from mail.incoming where state = 'waiting'")).isEqualTo("0");
        assertThat(world.sees(whom.access.Actor.Machine.MAIL, "select distinct failure from mail.incoming where state = 'put_aside'")).isSubsetOf("spam", "loop", "sender");

        Set<String> subjects = new TreeSet<>(world.database().asOwner().sql("select subject from tickets.ticket").query(String.class).list());
        List<String> missing = new ArrayList<>();
        for (byte[] raw : letters) {
            ReadMessage read = MailReader.read(raw);
            boolean usable = read.from() != null && read.from().address().matches("[^@]+@[^@]+");
            if (read.kind() == Kind.MESSAGE && usable && !read.subject().isBlank() && read.inReplyTo() == null && !subjects.contains(Plain.line(read.subject(), 200))) {
                missing.add(read.subject());
            }
        }
        assertThat(missing).isEmpty();

        String before = world.knows("select count(*) from conversations.message");
        letters.forEach(raw -> arrivals.keep(raw, "other way", true));
        workOff();
        assertThat(world.knows("select count(*) from conversations.message")).isEqualTo(before);

        answersFindTheirTicket(letters);
    }

    private void answersFindTheirTicket(List<byte[]> letters) {
        int tried = 0;
        for (byte[] raw : letters) {
            ReadMessage read = MailReader.read(raw);
            if (tried == 10 || read.kind() != Kind.MESSAGE || read.messageId() == null || read.from() == null) {
                continue;
            }
            var opened = world.database().asOwner().sql("select conversation_id from mail.incoming where outcome = 'opened' and mail_id = ?").param(Plain.id(read.messageId())).query(Long.class).list();
            if (opened.size() != 1) {
                continue;
            }
            tried++;
            arrivals.keep(Letters.bytes("From: " + read.from().address() + "\nTo: help@desk.example\nSubject: answer\nMessage-ID: <answer" + tried + "@test.example>\nReferences: <" + read.messageId()
                    + ">\n\nAnd another thing."), "", true);
            workOff();
            Conversation seen = acting(EVE, () -> conversations.open(opened.getFirst()));
            assertThat(seen.messages()).extracting(Message::shown).as(read.subject()).hasSizeGreaterThan(1).contains("And another thing.");
        }
        assertThat(tried).isEqualTo(10);
    }

    private static List<byte[]> letters() {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".eml")).sorted().map(RealMailTest::bytes).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until none waits: one that another test's post office of the same application was lent is still waiting when there is nothing left to lend. */
    private void workOff() {
        long end = System.nanoTime() + 60_000_000_000L;
        while ((arrivals.work() || !world.knows("select count(*) from mail.incoming where state = 'waiting'").equals("0")) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
