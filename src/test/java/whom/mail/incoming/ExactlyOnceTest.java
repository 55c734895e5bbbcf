package whom.mail.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import whom.WithApplication;
import whom.World;
import whom.database.DatabaseRole;
import whom.database.TestDatabase;
import whom.mail.Letters;

/** Letters are worked off by several at once while every connection of theirs is cut a hundred times, wherever it is: none is lost, none counts twice. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExactlyOnceTest {

    private static final int LETTERS = 300;
    private static final int CUTS = 100;
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final World world;
    private final Arrivals arrivals;

    ExactlyOnceTest(TestDatabase database, Arrivals arrivals) {
        this.world = World.in(database);
        this.arrivals = arrivals;
    }

    @Test
    void whatever_is_cut_off_every_letter_counts_once() throws Exception {
        for (int i = 0; i < LETTERS; i++) {
            arrivals.keep(letter(i), "", true);
        }
        arrivals.lendFor(1);
        List<Logger> loud = Stream.of("com.zaxxer.hikari", "org.springframework", "whom").map(name -> (Logger) LoggerFactory.getLogger(name)).toList();
        loud.forEach(logger -> logger.setLevel(Level.OFF)); // each cut would be told at length
        Instant until = Instant.now().plus(LONGEST);
        var cutting = new AtomicBoolean(true);
        try {
            List<Thread> workers = IntStream.range(0, 2).mapToObj(i -> Thread.ofVirtual().start(() -> workOff(cutting, until))).toList();
            for (int cut = 0; cut < CUTS; cut++) {
                Thread.sleep(ThreadLocalRandom.current().nextInt(5, 40));
                world.database().cut(DatabaseRole.MAIL);
            }
            cutting.set(false);
            for (Thread worker : workers) {
                worker.join();
            }
        } finally {
            arrivals.lendFor(120);
            loud.forEach(logger -> logger.setLevel(null));
        }
        assertThat(world.knows("select string_agg(distinct state || ' ' || outcome || failure, ', ') from mail.incoming")).isEqualTo("done opened");
        assertThat(world.knows("select count(*) || ' ' || count(distinct subject) from tickets.ticket")).isEqualTo(LETTERS + " " + LETTERS);
        assertThat(world.knows("select count(*) from conversations.message")).isEqualTo(String.valueOf(LETTERS));
    }

    private void workOff(AtomicBoolean cutting, Instant until) {
        while (Instant.now().isBefore(until) && (cutting.get() || left())) {
            try {
                if (!arrivals.work()) {
                    Thread.sleep(20);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                continue; // its connection was cut: begin again, as another node would
            }
        }
    }

    private boolean left() {
        return !world.knows("select count(*) from mail.incoming where state = 'waiting'").equals("0");
    }

    private static byte[] letter(int number) {
        return Letters.bytes("From: person" + number % 7 + "@far.example\nTo: help@desk.example\nSubject: Letter " + number + "\nMessage-ID: <once" + number + "@far.example>\n\nwords " + number);
    }
}
