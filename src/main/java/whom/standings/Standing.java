package whom.standings;

/** How somebody stands to a service, in canonical order. What people read is the vocabulary's word for it. */
public enum Standing {
    USER,
    CUSTOMER,
    SPONSOR,
    OVERSEER,
    BROKER,
    PARTNER,
    OBSERVER;

    /** The name in files, addresses and the database: {@code "user"}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
