package whom.setup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import whom.access.Secret;
import whom.kernel.WrongUse;

/** Who administers a house whose people came from a file: said once, by whoever has the machine. */
public final class FirstAdministrator {

    private final Connection owner;

    public FirstAdministrator(Connection owner) {
        this.owner = owner;
    }

    /**
     * Returns the secret of the link by which this person signs in, within a day and once.
     *
     * @param person  by key or mail address
     * @param address a mail address they have besides, or ""
     * @throws WrongUse where there is an administrator already, no such person, or nothing to sign in with
     */
    public Secret appoint(String person, String address) throws SQLException {
        if (!address.isEmpty() && !address.matches("[^\\s@]{1,64}@[^\\s@]{1,255}")) {
            throw new WrongUse("\"" + address + "\" is no mail address.");
        }
        Secret secret = Secret.random("");
        switch (answer(person, address, secret)) {
            case "done" -> {
                return secret;
            }
            case "appointed" -> throw new WrongUse("There is an administrator already. Administrators say who else is one, at Settings, Accounts.");
            case "nobody" -> throw new WrongUse("There is no person \"" + person + "\"; say a key of the file, or a mail address.");
            case "taken" -> throw new WrongUse("\"" + address + "\" is somebody else's.");
            default -> throw new WrongUse("\"" + person + "\" has no mail address, with which to sign in; --address says one.");
        }
    }

    private String answer(String person, String address, Secret secret) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement("select setup.appoint(?, ?, ?)")) {
            statement.setString(1, person);
            statement.setString(2, address);
            statement.setBytes(3, secret.hash());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
