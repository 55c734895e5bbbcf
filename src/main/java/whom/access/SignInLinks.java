package whom.access;

/** How a link to sign in reaches somebody; mail implements it. */
public interface SignInLinks {

    /** Whether links are offered now: where mail goes out. */
    boolean offered();

    /** Puts the mail into the queue, in the transaction at hand. The secret stands in the mail and nowhere else. */
    void send(long account, String address, Secret secret);
}
