package whom.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Each transaction begins by telling the database for whom it runs, and how long a statement may take (P9). Settings are
 * local to the transaction, so nothing is left on the connection for the next one.
 */
final class ActorTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;
    private static final int PAGE_MILLISECONDS = 2_000;
    private static final int JOB_MILLISECONDS = 60_000;

    ActorTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition) throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        switch (Actor.current()) {
            case Actor.Account account -> enter(connection, account);
            case Actor.Machine machine -> limit(connection, JOB_MILLISECONDS);
            case Actor.Nobody nobody -> limit(connection, PAGE_MILLISECONDS);
        }
    }

    private static void enter(Connection connection, Actor.Account account) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select access.enter(?, ?, ?)")) {
            statement.setLong(1, account.id());
            statement.setBoolean(2, account.reads());
            statement.setInt(3, PAGE_MILLISECONDS);
            statement.execute();
        }
    }

    private static void limit(Connection connection, int milliseconds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config('statement_timeout', ?, true)")) {
            statement.setString(1, Integer.toString(milliseconds));
            statement.execute();
        }
    }
}
