package whom.conversations;

/** Something was said; published in the transaction that says it. The same stands in the log, also for what comes by mail. */
public record Said(long conversation, long message, Message.Kind kind) {}
