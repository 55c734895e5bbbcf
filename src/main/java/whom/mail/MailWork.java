package whom.mail;

/** Something that is worked off in the background, again and again. */
public interface MailWork {

    /** A handful of it. @return whether there was any, and so may be more */
    boolean work();

    /** How many may work at it beside each other on one node. */
    default int hands() {
        return 1;
    }
}
