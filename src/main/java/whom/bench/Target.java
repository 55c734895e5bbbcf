package whom.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** An address that is asked, and the processes behind it where they are known. */
final class Target implements AutoCloseable {

    private static final int ALONE = 300;
    private static final Duration ALONE_AT_MOST = Duration.ofSeconds(8);
    private static final Duration TOGETHER = Duration.ofSeconds(3);
    static final int CLIENTS = 4;

    final String name;
    private final String address;
    private final @Nullable Meter application;
    private final @Nullable Meter database;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).connectTimeout(Duration.ofSeconds(5)).build();
    private long next;

    Target(String name, String address, @Nullable Meter application, @Nullable Meter database) {
        this.name = name;
        this.address = address;
        this.application = application;
        this.database = database;
    }

    /** Everything by turns, until the compiler has seen all of it: as long as another round is cheaper than the ones before. */
    void warm(List<Ask> asks, Duration atMost) throws IOException, InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        long best = Long.MAX_VALUE;
        for (int patience = 3; patience > 0 && System.nanoTime() < end;) {
            long used = nanoseconds(application);
            for (Ask ask : asks) {
                for (int i = 0; i < 50 && System.nanoTime() < end; i++) {
                    send(ask, next++, 0);
                }
            }
            long round = nanoseconds(application) - used;
            patience = round < best * 0.97 ? 3 : patience - 1;
            best = Math.min(best, round);
        }
    }

    Figures measure(Ask ask) throws IOException, InterruptedException {
        for (int i = 0; i < 20; i++) {
            send(ask, next++, 0);
        }
        long used = nanoseconds(application);
        long usedBelow = nanoseconds(database);
        long[] times = new long[ALONE];
        long bytes = 0;
        int n = 0;
        for (long end = System.nanoTime() + ALONE_AT_MOST.toNanos(); n < ALONE && System.nanoTime() < end; n++) {
            long before = System.nanoTime();
            bytes += send(ask, next++, 0).body().length;
            times[n] = System.nanoTime() - before;
        }
        long together = together(ask);
        long all = n + together;
        times = java.util.Arrays.copyOf(times, n);
        return new Figures(Figures.at(0.5, times), Figures.at(0.95, times), Figures.at(0.99, times), together / (TOGETHER.toMillis() / 1e3),
                application == null ? null : (nanoseconds(application) - used) / 1e6 / all, database == null ? null : (nanoseconds(database) - usedBelow) / 1e6 / all, bytes / n);
    }

    /** How many were answered in that time. */
    private long together(Ask ask) throws InterruptedException, IOException {
        long end = System.nanoTime() + TOGETHER.toNanos();
        long from = next;
        List<Future<Long>> counts = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int c = 0; c < CLIENTS; c++) {
                int mine = c;
                counts.add(threads.submit(() -> {
                    long count = 0;
                    for (; System.nanoTime() < end; count++) {
                        send(ask, from + count * CLIENTS + mine, mine);
                    }
                    return count;
                }));
            }
        }
        long sum = 0;
        try {
            for (Future<Long> count : counts) {
                sum += count.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        next += sum + CLIENTS;
        return sum;
    }

    private static long nanoseconds(@Nullable Meter meter) {
        return meter == null ? 0 : meter.nanoseconds();
    }

    /** Whatever is answered: what is written is taken back while statements are written down, and then not there to be shown. */
    void sendAnyhow(Ask ask, long n) throws IOException, InterruptedException {
        http.send(ask.request(address, n, 0), BodyHandlers.discarding());
    }

    private HttpResponse<byte[]> send(Ask ask, long n, int client) throws IOException, InterruptedException {
        var request = ask.request(address, n, client);
        var answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() >= (ask.writes() ? 400 : 300)) {
            throw new IOException(ask.what() + " as " + ask.who() + ": " + request.uri() + " answered " + answer.statusCode());
        }
        return answer;
    }

    @Override
    public void close() {
        http.close();
    }
}
