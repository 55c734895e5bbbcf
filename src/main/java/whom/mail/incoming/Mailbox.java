package whom.mail.incoming;

import org.jspecify.annotations.Nullable;

/** A mailbox that is fetched, with how far that has come. Printing it shows no secret. */
record Mailbox(String address, String protocol, String host, int port, String security, String user, String password, String folder, @Nullable Long validity, long lastUid) {

    boolean imap() {
        return protocol.equals("imap");
    }

    @Override
    public String toString() {
        return "Mailbox[" + address + "]";
    }
}
