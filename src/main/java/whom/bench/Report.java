package whom.bench;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured: a table for people, JSON for programs. */
public record Report(long tickets, long residentMegabytes, int cores, List<Line> lines) {

    /** @param where which address, when several were asked */
    public record Line(String where, String what, String who, Figures figures, @Nullable Cost alone) {

        /** How many times what PostgreSQL alone needs: processor time of all, and time. */
        @Nullable Double processorRatio() {
            return alone == null || figures.application() == null || figures.database() == null || alone.processor() == 0 ? null
                    : (figures.application() + figures.database()) / alone.processor();
        }

        @Nullable Double timeRatio() {
            return alone == null ? null : figures.p50() / alone.p50();
        }
    }

    public String json() {
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(this);
    }

    public String table() {
        var text = new StringBuilder("%,d tickets; times in ms; processor time of application and database for one request\n".formatted(tickets));
        text.append("%-8s %-22s %-20s %7s %7s %7s %7s %7s %7s %8s │ %5s %7s %7s %6s %6s%n".formatted("", "", "asked by", "p50", "p95", "p99", "req/s", "app", "db", "bytes", "stmts", "pg p50", "pg cpu", "×time", "×cpu"));
        for (Line l : lines) {
            Figures f = l.figures();
            text.append("%-8s %-22s %-20s %7.1f %7.1f %7.1f %7.0f %7s %7s %8d │ ".formatted(l.where(), l.what(), l.who(), f.p50(), f.p95(), f.p99(), f.perSecond(), ms(f.application()), ms(f.database()), f.bytes()));
            text.append(l.alone() == null ? "\n" : "%5d %7.2f %7.2f %6s %6s%n".formatted(l.alone().statements(), l.alone().p50(), l.alone().processor(), ms(l.timeRatio()), ms(l.processorRatio())));
        }
        return text.append(residentMegabytes == 0 ? "" : "The application's process holds %d MB. %d cores.%n".formatted(residentMegabytes, cores)).toString();
    }

    private static String ms(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }
}
