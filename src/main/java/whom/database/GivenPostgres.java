package whom.database;

import org.jspecify.annotations.Nullable;

/** A PostgreSQL that others run. Its user owns the schema and may create roles; Whom works as roles of its own. */
record GivenPostgres(Login owner) implements Postgres {

    static GivenPostgres of(String url, @Nullable String user, @Nullable String password) {
        if (user == null || user.isBlank() || password == null || password.isBlank()) {
            throw new CannotStart("WHOM_DB_URL is set, so WHOM_DB_USER and WHOM_DB_PASSWORD are needed too: "
                    + "a user with CREATEROLE who owns the database. The passwords of Whom's other roles follow from this one.");
        }
        return new GivenPostgres(new Login(jdbc(url), user, password));
    }

    private static String jdbc(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return url;
        }
        if (url.matches("postgres(ql)?://[^@]*")) {
            return "jdbc:postgresql" + url.substring(url.indexOf(':'));
        }
        throw new CannotStart("WHOM_DB_URL must look like jdbc:postgresql://host:5432/database, without user and password.");
    }

    @Override
    public String describe() {
        return owner.url();
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public void close() {}
}
