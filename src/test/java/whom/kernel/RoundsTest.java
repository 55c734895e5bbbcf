package whom.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void they_go_on_until_they_are_told_to_stop() throws InterruptedException {
        var three = new CountDownLatch(3);
        Rounds rounds = Rounds.start("three", Duration.ZERO, () -> {
            three.countDown();
            return Duration.ofMillis(1);
        });
        assertThat(three.await(30, TimeUnit.SECONDS)).isTrue();
        rounds.stop();
    }

    @Test
    void a_round_under_way_is_ended_and_not_broken_off() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var told = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        Rounds rounds = Rounds.start("long", Duration.ZERO, () -> {
            begun.countDown();
            try {
                told.await(30, TimeUnit.SECONDS);
                Thread.sleep(50);
                ended.set(true);
            } catch (InterruptedException e) {
                ended.set(false);
            }
            return LONG;
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        told.countDown();
        rounds.stop();
        assertThat(ended).isTrue();
    }

    @Test
    void who_rests_stops_at_once_and_begins_no_round_more() {
        var count = new AtomicInteger();
        Instant before = Instant.now();
        Rounds.stop(List.of(
                Rounds.start("resting", LONG, () -> { count.incrementAndGet(); return LONG; }),
                Rounds.start("resting too", LONG, () -> { count.incrementAndGet(); return LONG; })));
        assertThat(count).hasValue(0);
        assertThat(before).isAfter(Instant.now().minus(Duration.ofSeconds(10)));
    }
}
