package whom.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** One run, in the order in which {@code ./whom bench} calls it: fill, plan, write down the statements, measure. */
public final class Bench {

    private static final int WRITTEN_DOWN = 20;
    private static final Duration WARM = Duration.ofSeconds(120);

    private final Scratch scratch;
    private final Size size;
    private final Consumer<String> progress;
    private final Recorder recorder = new Recorder();
    private final Map<Ask, List<List<Recorder.Step>>> statements = new LinkedHashMap<>();
    private final List<Report.Line> handled = new ArrayList<>();
    private @Nullable Plan plan;

    private Bench(Scratch scratch, Size size, Consumer<String> progress) {
        this.scratch = scratch;
        this.size = size;
        this.progress = progress;
    }

    /** @throws whom.kernel.WrongUse when the folder is in other use */
    public static Bench in(Path folder, long tickets, Consumer<String> progress) throws IOException {
        return new Bench(Scratch.in(folder), Size.of(tickets), progress);
    }

    /** A fill that did not come to its end; its folder has to be emptied first. */
    public boolean isHalf() {
        return scratch.isHalf();
    }

    /** Connections as the database's owner. */
    public interface Connect {
        Connection connect() throws SQLException;
    }

    /** @param only a word of what is asked or by whom; empty for all */
    public void fill(Connect owner, String only) throws SQLException, IOException, InterruptedException {
        if (!scratch.isFilled()) {
            new Fill(owner::connect, size, progress).run();
        }
        try (Connection connection = owner.connect()) {
            plan = new Planning(connection, size).plan();
        }
        plan.write(scratch.plan());
        plan = plan.only(only);
    }

    public DataSource recorded(DataSource source) {
        return recorder.around(source);
    }

    /** Asks everything some times of an application whose statements are written down. */
    public void writeDown(String address) throws IOException, InterruptedException {
        try (var target = new Target("", address, null, null)) {
            for (Ask ask : plan.asks()) {
                List<List<Recorder.Step>> requests = new ArrayList<>();
                for (int i = 0; i < Math.min(WRITTEN_DOWN, ask.paths().size()); i++) {
                    recorder.begin(ask.writes());
                    target.sendAnyhow(ask, i * 7L);
                    requests.add(recorder.steps());
                }
                statements.put(ask, requests);
            }
        }
    }

    /** Whether something is to be answered by its handler alone. */
    public boolean hasHandled() {
        return plan.asks().stream().anyMatch(Bench::isHandled);
    }

    /** Asks handlers in this process, where D7 has a bound for them. */
    public void handle(ApplicationContext application) throws Exception {
        for (Ask ask : plan.asks().stream().filter(Bench::isHandled).toList()) {
            progress.accept(ask.what() + ", at its handler");
            handled.add(new Report.Line("", ask.what() + ", at its handler", ask.who(), new Handled(application, ask, Asker.ALL.id(size)).measure(ask), null));
        }
    }

    private static boolean isHandled(Ask ask) {
        return ask.what().equals("who");
    }

    /** What is asked: where it is, and what runs behind it as far as that is known. */
    public record Asked(String name, String address, List<Long> application, List<Long> database, @Nullable Path plan) {

        private Target target() {
            return new Target(name, address, application.isEmpty() ? null : new Meter(application), database.isEmpty() ? null : new Meter(database));
        }

        private List<Ask> asks(Plan ours) {
            return plan == null ? ours.asks() : Plan.read(plan).asks();
        }
    }

    /** @param plain a connection as the application's role; ours comes first, others are asked the same by turns */
    public Report measure(List<Asked> asked, Connection plain) throws IOException, InterruptedException, SQLException {
        List<Target> targets = asked.stream().map(Asked::target).toList();
        try {
            for (int t = 0; t < targets.size(); t++) {
                progress.accept("warming up " + asked.get(t).address());
                targets.get(t).warm(asked.get(t).asks(plan), WARM);
            }
            var alone = new Alone(plain);
            List<Report.Line> lines = new ArrayList<>(handled);
            for (Ask ask : plan.asks()) {
                progress.accept(ask.what() + ", " + ask.who());
                for (int t = 0; t < targets.size(); t++) {
                    boolean ours = t == 0;
                    for (Ask same : asked.get(t).asks(plan).stream().filter(ask::isAs).toList()) {
                        Figures figures = targets.get(t).measure(same);
                        lines.add(new Report.Line(targets.get(t).name, ask.what(), ask.who(), figures, ours ? alone.of(statements.get(ask), ask.writes()) : null));
                    }
                }
            }
            long resident = asked.getFirst().application().stream().mapToLong(Meter::resident).sum();
            return new Report(size.tickets(), resident, Runtime.getRuntime().availableProcessors(), lines);
        } finally {
            targets.forEach(Target::close);
        }
    }

    /** Every statement of every page with its plan, as the last run wrote them down. */
    public String explained(Connection plain) throws SQLException {
        var alone = new Alone(plain);
        var text = new StringBuilder();
        for (var one : statements.entrySet()) {
            text.append("=== ").append(one.getKey().what()).append(", ").append(one.getKey().who()).append('\n').append(alone.explained(one.getValue().getFirst(), one.getKey().writes()));
        }
        return text.toString();
    }

    public Path log() {
        return scratch.log();
    }
}
