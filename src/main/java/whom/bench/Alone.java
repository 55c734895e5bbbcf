package whom.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same statements on a plain connection, with nothing else around them: what PostgreSQL alone needs. */
final class Alone {

    private static final int TIMES = 300;
    private static final long AT_MOST = 8_000_000_000L;

    private final Connection connection;
    private final Meter backend;

    /** @param connection as the application's role */
    Alone(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            this.backend = new Meter(List.of(rows.getLong(1)));
        }
    }

    Cost of(List<List<Recorder.Step>> requests, boolean undo) throws SQLException {
        for (int i = 0; i < 20; i++) {
            replay(requests.get(i % requests.size()), undo);
        }
        long used = backend.nanoseconds();
        List<Long> times = new ArrayList<>();
        for (long end = System.nanoTime() + AT_MOST; times.size() < TIMES && System.nanoTime() < end;) {
            long before = System.nanoTime();
            replay(requests.get(times.size() % requests.size()), undo);
            times.add(System.nanoTime() - before);
        }
        double each = (backend.nanoseconds() - used) / 1e6 / times.size();
        int statements = (int) requests.getFirst().stream().filter(step -> step.sql() != null).count();
        return new Cost(statements, Figures.at(0.5, times.stream().mapToLong(t -> t).toArray()), each);
    }

    /** How PostgreSQL goes about each statement of a request; what happens within functions stays within. */
    String explained(List<Recorder.Step> request, boolean undo) throws SQLException {
        var text = new StringBuilder();
        for (Recorder.Step step : request) {
            boolean query = step.sql() != null;
            if (query) {
                text.append(step.sql()).append('\n');
            }
            one(query ? new Recorder.Step("explain (analyze, buffers) " + step.sql(), step.calls(), false) : step, undo, text);
        }
        return text.toString();
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
