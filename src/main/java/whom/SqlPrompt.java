package whom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import whom.database.Door;

/** A plain prompt for SQL where no psql is installed: a statement ends with a semicolon, columns are parted by tabs. */
record SqlPrompt(InputStream in, PrintStream out, boolean asks) {

    /** Status 1 when the one statement failed; at the prompt a mistake is told, and the next can be typed. */
    int run(Door door, List<String> first, Optional<String> only) throws SQLException, IOException {
        try (Connection connection = door.connect(); Statement statement = connection.createStatement()) {
            for (String sql : first) {
                statement.execute(sql);
            }
            if (only.isPresent()) {
                return show(statement, only.get()) ? 0 : 1;
            }
            read(statement);
            return 0;
        }
    }

    private void read(Statement statement) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        var typed = new StringBuilder();
        ask("whom=> ");
        for (String line = lines.readLine(); line != null && !line.strip().equals("\\q"); line = lines.readLine()) {
            typed.append(line).append('\n');
            if (line.strip().endsWith(";")) {
                show(statement, typed.toString());
                typed.setLength(0);
            }
            ask(typed.isEmpty() ? "whom=> " : "whom-> ");
        }
    }

    private void ask(String prompt) {
        if (asks) {
            out.print(prompt);
            out.flush();
        }
    }

    private boolean show(Statement statement, String sql) {
        try {
            if (!statement.execute(sql)) {
                out.println(statement.getUpdateCount() + " rows");
                return true;
            }
            show(statement.getResultSet());
            return true;
        } catch (SQLException e) {
            out.println(e.getMessage());
            return false;
        }
    }

    private void show(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        var names = new StringJoiner("\t");
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.add(columns.getColumnLabel(i));
        }
        out.println(names);
        while (rows.next()) {
            var values = new StringJoiner("\t");
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                String value = rows.getString(i);
                values.add(value == null ? "" : value);
            }
            out.println(values);
        }
    }
}
