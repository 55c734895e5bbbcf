package whom.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import whom.kernel.PublicNumber;

/** Fills an empty database from nothing to a house that has worked for three years. */
final class Fill {

    /** A further connection as the database's owner. */
    interface Connect {
        Connection connect() throws SQLException;
    }

    private final Connect connect;
    private final Size size;
    private final Consumer<String> progress;
    private final Instant began = Instant.now();

    Fill(Connect connect, Size size, Consumer<String> progress) {
        this.connect = connect;
        this.size = size;
        this.progress = what -> progress.accept("%4d s  %s".formatted(Duration.between(began, Instant.now()).toSeconds(), what));
    }

    void run() throws SQLException, InterruptedException {
        try (Connection owner = connect.connect()) {
            light(owner);
            new OrganisationFill(owner, size).fill(progress);
            var bare = Bare.of(owner, TicketFill.TABLES);
            var tickets = new TicketFill(size, numbers(owner), began, progress);
            together(List.of(side(tickets::messages), side(c -> {
                tickets.rights(c);
                tickets.tickets(c);
            })));
            progress.accept("joining messages to their tickets");
            run(owner, "create index filling on conversations.message (conversation_id)");
            run(owner, "analyze conversations.message, tickets.ticket");
            together(List.of(side(c -> tickets.words(c, 0, 2)), side(c -> tickets.words(c, 1, 2))));
            run(owner, "drop index conversations.filling");
            bare.dress(progress);
            tickets.finish(owner);
            progress.accept("filled");
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private Callable<Void> side(Work work) {
        return () -> {
            try (Connection connection = connect.connect()) {
                light(connection);
                work.on(connection);
            }
            return null;
        };
    }

    private static void together(List<Callable<Void>> works) throws SQLException, InterruptedException {
        try (var threads = Executors.newFixedThreadPool(works.size())) {
            for (Future<Void> done : threads.invokeAll(works)) {
                done.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw sql;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** What is half filled is thrown away, so nothing waits for the disk. */
    private static void light(Connection connection) throws SQLException {
        run(connection, "set synchronous_commit = off");
        run(connection, "set work_mem = '64MB'");
    }

    private static PublicNumber numbers(Connection owner) throws SQLException {
        try (var statement = owner.createStatement(); var rows = statement.executeQuery("select value #>> '{}' from access.setting where name = 'tickets.number_secret'")) {
            rows.next();
            return new PublicNumber(rows.getString(1).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
