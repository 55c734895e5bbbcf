package whom.bench;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What one thing takes. Times in milliseconds; processor time is for one request. */
public record Figures(double p50, double p95, double p99, double perSecond, @Nullable Double application, @Nullable Double database, long bytes) {

    /** @param nanoseconds of each request; sorted here */
    static double at(double share, long[] nanoseconds) {
        Arrays.sort(nanoseconds);
        return nanoseconds[(int) Math.min(nanoseconds.length - 1, Math.floor(share * nanoseconds.length))] / 1e6;
    }
}
