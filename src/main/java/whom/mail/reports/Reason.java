package whom.mail.reports;

import java.util.Locale;

/** Why a message was not delivered. */
public enum Reason {
    USER_UNKNOWN, HOST_UNKNOWN, MAILBOX_FULL, TOO_BIG, MOVED, POLICY, EXPIRED, NETWORK, SYSTEM;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the address itself is bad, so that writing to it again is pointless. */
    public boolean hard() {
        return this == USER_UNKNOWN || this == HOST_UNKNOWN || this == MOVED;
    }
}
