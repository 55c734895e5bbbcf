package whom.conversations;

import java.util.Locale;

/** By what right somebody reads, the strongest first. No standing and no rank is among them (P2). */
public enum Right {
    /** The one who gets the help. */
    SERVED,
    /** Raised it for somebody who has no confirmed address yet. */
    STANDS_IN,
    /** Raised it for somebody else, and keeps what they wrote. */
    RAISER,
    TEAM,
    /** The service is desk-wide: every agent reads. */
    DESK,
    LET_IN,
    /** Broke the seal; only reads, and not for long. */
    SEAL,
    /** Takes part in a side conversation. */
    SIDE;

    static Right of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    /** As stored and as the API speaks it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether who says something by it says it for the provider. */
    public boolean works() {
        return this == TEAM || this == DESK;
    }

    public boolean served() {
        return this == SERVED || this == STANDS_IN;
    }
}
