package whom.mail.incoming;

import org.jspecify.annotations.Nullable;

/** A mailbox that is fetched, with how far that has come. Printing it shows no secret. */
record Mailbox(String address, String protocol, String host, int port, String security, String auth, String user, String password, String folder, @Nullable Long validity, long lastUid) {

    /** Signs in with a token that is fetched; the password is then what it is fetched with. */
    boolean byToken() {
        return auth.equals("xoauth2");
    }

    boolean imap() {
        return protocol.equals("imap");
    }

    @Override
    public String toString() {
        return "Mailbox[" + address + "]";
    }
}
