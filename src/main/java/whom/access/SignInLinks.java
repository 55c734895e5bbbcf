package whom.access;

/** How a link to sign in reaches somebody; mail implements it. Without one, links are not offered. */
public interface SignInLinks {

    /** Puts the mail into the queue, in the transaction at hand. The secret stands in the mail and nowhere else. */
    void send(long account, String address, Secret secret);
}
