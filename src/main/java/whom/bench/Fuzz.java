package whom.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import whom.mail.ReaderTrial;

/**
 * Gives the reader of mail what no honest program sends, and looks whether it throws, whether its bounds hold, and whether a
 * message that is twice as long takes more than about twice the time. Time is the processor's, the least of several, so that a busy machine does no harm.
 */
public final class Fuzz {

    private static final int OF_OUR_OWN = 40;
    /** Every so many messages, one is made to grow. */
    private static final int GROWS = 25;
    private static final int SHORT = 24_000;
    private static final int LONG = 160_000;
    private static final long SLOW = 60_000_000;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final List<byte[]> honest;
    private final Random random;
    private final List<Finding> findings = new ArrayList<>();
    private long read;
    private long bytes;
    private long grown;
    private double worst;
    private long spent;

    /** @param what the mistake, or how time grew @param message what shows it */
    public record Finding(String what, byte[] message) {}

    private Fuzz(List<byte[]> honest, long seed) {
        this.honest = honest;
        this.random = new Random(seed);
    }

    /** Begins with letters of our own, and with these. */
    public static Fuzz of(List<byte[]> messages, long seed) {
        var letters = new MailLetters(Size.of(0), "fuzz");
        return new Fuzz(Stream.concat(IntStream.range(0, OF_OUR_OWN).mapToObj(letters::letter).map(Fuzz::shortened), messages.stream().filter(each -> each.length > 0)).toList(), seed);
    }

    /** All files of a folder that look like messages. */
    public static List<byte[]> folder(Path folder) throws IOException {
        List<byte[]> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".eml")).sorted().toList()) {
                all.add(shortened(Files.readAllBytes(file)));
            }
        }
        return all;
    }

    /** What is spoiled is mostly its structure, not the inside of a large file. */
    private static byte[] shortened(byte[] message) {
        return message.length <= SHORT ? message : java.util.Arrays.copyOf(message, SHORT);
    }

    /** @param time of the processor, so that a busy machine does no less */
    public Fuzz run(Duration time, Consumer<String> progress) {
        long began = CLOCK.getCurrentThreadCpuTime();
        long told = System.nanoTime();
        while (CLOCK.getCurrentThreadCpuTime() - began < time.toNanos() && findings.size() < 20) {
            byte[] message = Spoiled.of(honest, random);
            read(message);
            if (++read % GROWS == 0 && message.length > 0) {
                grow(Spoiled.Growing.in(message.length > SHORT ? Spoiled.pick(honest, random) : message, random));
            }
            if (System.nanoTime() - told > Duration.ofMinutes(1).toNanos()) {
                told = System.nanoTime();
                progress.accept(toString());
            }
        }
        spent += (CLOCK.getCurrentThreadCpuTime() - began) / 1_000_000_000;
        return this;
    }

    private void read(byte[] message) {
        try {
            ReaderTrial.read(message);
        } catch (RuntimeException | StackOverflowError mistake) {
            findings.add(new Finding(mistake.getClass().getSimpleName() + " at " + Stream.of(mistake.getStackTrace()).filter(at -> at.getClassName().startsWith("whom.")).findFirst().map(Object::toString).orElse("?"),
                    message));
        }
        bytes += message.length;
    }

    /** A first look is cheap; what looks suspicious is asked again with more of it, and counts only if it stays so. */
    private void grow(Spoiled.Growing growing) {
        grown++;
        if (times(growing, SHORT, 2) > 2.6) {
            double times = Math.min(times(growing, LONG, 3), times(growing, LONG, 3));
            worst = Math.max(worst, times);
            if (times > 3) {
                findings.add(new Finding("twice as long takes " + Math.round(times * 10) / 10.0 + " times as long", growing.to(SHORT)));
            }
        }
    }

    /** How many times as long it takes when it is twice as long; nothing that is quick anyhow is slow. */
    private static double times(Spoiled.Growing growing, int size, int tries) {
        long once = least(growing.to(size), tries);
        long twice = least(growing.to(2 * size), tries);
        return twice < (size == LONG ? SLOW : SLOW / 30) ? 0 : (double) twice / once;
    }

    private static long least(byte[] message, int tries) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < tries; i++) {
            long began = CLOCK.getCurrentThreadCpuTime();
            try {
                ReaderTrial.read(message);
            } catch (RuntimeException | StackOverflowError counted) {
                return Long.MAX_VALUE; // that it throws is found where it is read
            }
            least = Math.min(least, CLOCK.getCurrentThreadCpuTime() - began);
        }
        return least;
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** What showed something, for whoever mends it. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < findings.size(); i++) {
            Files.write(folder.resolve("finding-" + (i + 1) + ".eml"), findings.get(i).message());
        }
    }

    @Override
    public String toString() {
        var text = new StringBuilder("%,d spoiled messages read (%,d MB), %,d made to grow; twice as long took at most %.1f times as long where it was looked at twice; %d findings in %d seconds of the processor"
                .formatted(read, bytes / 1_000_000, grown, worst, findings.size(), spent));
        findings.forEach(each -> text.append("\n  ").append(each.what()).append(" (").append(each.message().length).append(" bytes)"));
        return text.toString();
    }
}
