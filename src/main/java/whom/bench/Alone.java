package whom.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The same statements on a plain connection, with nothing else around them: what PostgreSQL alone needs. */
final class Alone {

    private static final int TIMES = 300;
    private static final int AGAIN = 200;
    private static final long AT_MOST = 8_000_000_000L;

    private final Connection connection;
    private final long backend;

    /** @param connection as the application's role */
    Alone(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("select pg_backend_pid(), set_config('plan_cache_mode', 'force_generic_plan', false)")) {
            rows.next();
            this.backend = rows.getLong(1);
        }
    }

    Cost of(List<List<Recorder.Step>> requests, boolean undo) throws SQLException {
        for (int i = 0; i < 20; i++) {
            replay(requests.get(i % requests.size()), undo);
        }
        long used = Meter.ofOne(backend);
        List<Long> times = new ArrayList<>();
        for (long end = System.nanoTime() + AT_MOST; times.size() < TIMES && System.nanoTime() < end;) {
            long before = System.nanoTime();
            replay(requests.get(times.size() % requests.size()), undo);
            times.add(System.nanoTime() - before);
        }
        double each = (Meter.ofOne(backend) - used) / 1e6 / times.size();
        int statements = (int) requests.getFirst().stream().filter(step -> step.sql() != null).count();
        return new Cost(statements, Figures.at(0.5, times.stream().mapToLong(t -> t).toArray()), each);
    }

    /**
     * How PostgreSQL goes about each statement of a request, and what processor time it takes when asked again and again; what happens
     * within functions stays within.
     */
    String explained(List<Recorder.Step> request, boolean undo) throws SQLException {
        var text = new StringBuilder();
        for (Recorder.Step step : request) {
            boolean query = step.sql() != null;
            if (query) {
                text.append(step.sql()).append('\n');
            }
            one(query ? new Recorder.Step("explain (analyze, buffers) " + step.sql(), step.calls(), false) : step, undo, text);
            if (query && !undo) {
                text.append(String.format(Locale.ROOT, "    Processor Time: %.3f ms%n", again(step)));
            }
        }
        return text.toString();
    }

    /** Milliseconds of processor time for one time of many. */
    private double again(Recorder.Step step) throws SQLException {
        for (int i = 0; i < 10; i++) {
            run(step, null);
        }
        long used = Meter.ofOne(backend);
        for (int i = 0; i < AGAIN; i++) {
            run(step, null);
        }
        return (Meter.ofOne(backend) - used) / 1e6 / AGAIN;
    }

    private void replay(List<Recorder.Step> request, boolean undo) throws SQLException {
        for (Recorder.Step step : request) {
            one(step, undo, null);
        }
    }

    private void one(Recorder.Step step, boolean undo, @Nullable StringBuilder told) throws SQLException {
        if (step.sql() != null) {
            run(step, told);
        } else if (step.begins()) {
            connection.setAutoCommit(false);
        } else if (!connection.getAutoCommit()) {
            if (undo) {
                connection.rollback();
            } else {
                connection.commit();
            }
            connection.setAutoCommit(true);
        }
    }

    private void run(Recorder.Step step, @Nullable StringBuilder told) throws SQLException {
        try (var statement = connection.prepareStatement(step.sql())) {
            for (Recorder.Call call : step.calls()) {
                Object[] arguments = call.arguments().clone();
                if (arguments[1] instanceof Recorder.Elements(String type, Object[] elements)) {
                    arguments[1] = connection.createArrayOf(type, elements);
                }
                try {
                    call.method().invoke(statement, arguments);
                } catch (ReflectiveOperationException e) {
                    throw new SQLException(e);
                }
            }
            read(statement, told);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\n" + step.sql(), e.getSQLState(), e);
        }
    }

    private static void read(PreparedStatement statement, @Nullable StringBuilder told) throws SQLException {
        if (statement.execute()) {
            try (var rows = statement.getResultSet()) {
                while (rows.next()) {
                    String first = rows.getString(1);
                    if (told != null) {
                        told.append("    ").append(first).append('\n');
                    }
                }
            }
        }
    }
}
