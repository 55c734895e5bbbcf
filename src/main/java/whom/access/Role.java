package whom.access;

import java.util.Locale;

/** What an account may do beyond serving itself. No role gives reading of a conversation (P2). */
public enum Role {
    ADMINISTRATOR, KEEPER_OF_FACTS, SEAL_KEEPER, DATA_PROTECTION, SERVICE_OWNER, DISPATCHER;

    /** As stored and as the API speaks it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
