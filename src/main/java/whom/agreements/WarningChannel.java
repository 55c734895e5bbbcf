package whom.agreements;

/** A way by which warnings reach people besides their list in the desk. Declare it as a bean; agreements then offer it by its key. */
public interface WarningChannel {

    /** As stored: "mail". */
    String key();

    /** Within the transaction that found out, so that it is queued exactly once. */
    void queue(Warned warned);
}
