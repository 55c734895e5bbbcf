package whom.conversations;

/** A seal was broken: the data protection officer hears at once, the served person too unless the law delays it (P4). */
public record SealBroken(String key) {}
