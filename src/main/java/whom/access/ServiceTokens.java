package whom.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import whom.kernel.WrongUse;

/** Service accounts and their tokens, by whoever has the machine. A person's only in a demonstration (P11). */
public final class ServiceTokens {

    private final Connection owner;
    private final boolean anybody;

    public ServiceTokens(Connection owner, boolean anybody) {
        this.owner = owner;
        this.anybody = anybody;
    }

    /** @throws WrongUse when the name is taken or none */
    public void add(String name) throws SQLException {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new WrongUse("A service account is named with small letters, digits and dashes, at most 40, not \"" + name + "\".");
        }
        if (change("insert into access.account (kind, key) values ('service', ?) on conflict do nothing", name) == 0) {
            throw new WrongUse("There is an account \"" + name + "\" already; leave --new away.");
        }
    }

    /** On record as made by nobody who is signed in. @throws WrongUse when there is no such account, or a person's */
    public Secret make(String name, Set<String> scopes, Duration lasts) throws SQLException {
        Secret secret = Secret.random("whom_");
        int made = change("""
                with made as (insert into access.token (hash, account_id, name, scopes, expires_at)
                  select ?, id, 'command line', string_to_array(?, ' '), now() + make_interval(secs => ?) from access.account where key = ? and closed_at is null and (? or kind = 'service')
                  returning id, account_id)
                insert into log.event (verb, subject, subject_id, data) select 'account.token_made', 'account', account_id, jsonb_build_object('token', id) from made
                """, secret.hash(), String.join(" ", scopes), (double) lasts.toSeconds(), name, anybody);
        if (made == 0) {
            throw new WrongUse("There is no " + (anybody ? "account" : "service account") + " \"" + name + "\"" + (anybody ? "." : "; --new makes one. People make their own tokens."));
        }
        return secret;
    }

    private int change(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
