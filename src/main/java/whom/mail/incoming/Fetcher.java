package whom.mail.incoming;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

import whom.mail.MailTokens;
import whom.mail.Trust;

/**
 * An open mailbox. Every letter is kept on our disk before the mailbox is told, or before we note how far we are: what is
 * fetched twice is known again. IMAP folders are read without a trace; POP3 mailboxes are emptied.
 */
final class Fetcher implements AutoCloseable {

    /** What takes a letter in. */
    interface Taker {
        void take(Spool letter) throws IOException;
    }

    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final int AT_ONCE = 50;

    private final Store store;
    private final Folder folder;
    private long validity;
    private long lastUid;

    private Fetcher(Store store, Folder folder, Mailbox mailbox) {
        this.store = store;
        this.folder = folder;
        this.validity = mailbox.validity() == null ? -1 : mailbox.validity();
        this.lastUid = mailbox.lastUid();
    }

    /** @param secret its password, or the token for it @param authority of this house, whose certificates are believed too */
    static Fetcher open(Mailbox mailbox, String secret, String authority) throws MessagingException {
        String protocol = mailbox.protocol() + (mailbox.security().equals("tls") ? "s" : "");
        Store store = Session.getInstance(properties(mailbox, "mail." + protocol + ".", authority)).getStore(protocol);
        try {
            store.connect(mailbox.host(), mailbox.port() == 0 ? -1 : mailbox.port(), mailbox.user(), secret);
            Folder folder = store.getFolder(mailbox.imap() ? mailbox.folder() : "INBOX");
            folder.open(mailbox.imap() ? Folder.READ_ONLY : Folder.READ_WRITE);
            return new Fetcher(store, folder, mailbox);
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    private static Properties properties(Mailbox mailbox, String prefix, String authority) {
        var properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", Long.toString(WAIT.toMillis()));
        properties.setProperty(prefix + "timeout", Long.toString(WAIT.multipliedBy(10).toMillis()));
        properties.setProperty(prefix + "writetimeout", Long.toString(WAIT.toMillis()));
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(mailbox.security().equals("starttls")));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(mailbox.security().equals("starttls")));
        Trust.into(properties, prefix, authority);
        if (mailbox.byToken()) {
            MailTokens.into(properties, prefix);
        }
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "fetchsize", Integer.toString(Spool.SMALL));
        properties.setProperty(prefix + "ignorebodystructuresize", "true");
        return properties;
    }

    /** What is new. @return how many letters */
    int fetch(Taker taker) throws MessagingException, IOException {
        return folder instanceof IMAPFolder imap ? imap(imap, taker) : pop3(taker);
    }

    private int imap(IMAPFolder imap, Taker taker) throws MessagingException, IOException {
        long now = imap.getUIDValidity();
        if (validity < 0) {
            lastUid = Math.max(0, imap.getUIDNext() - 1); // what lies there was there before us
        } else if (validity != now) {
            lastUid = 0; // the server numbers anew; what we had is known again
        }
        validity = now;
        int count = 0;
        Message[] found = imap.getMessagesByUID(lastUid + 1, UIDFolder.LASTUID);
        for (int from = 0; from < found.length; from += AT_ONCE) {
            Message[] some = java.util.Arrays.copyOfRange(found, from, Math.min(found.length, from + AT_ONCE));
            var profile = new FetchProfile();
            profile.add(UIDFolder.FetchProfileItem.UID);
            imap.fetch(some, profile);
            for (Message message : some) {
                long uid = imap.getUID(message);
                if (uid > lastUid && !message.isExpunged()) {
                    ((IMAPMessage) message).setPeek(true);
                    take(message, taker);
                    lastUid = uid;
                    count++;
                }
            }
        }
        return count;
    }

    private int pop3(Taker taker) throws MessagingException, IOException {
        Message[] found = folder.getMessages();
        for (Message message : found) {
            take(message, taker);
            message.setFlag(Flags.Flag.DELETED, true);
        }
        return found.length;
    }

    private static void take(Message message, Taker taker) throws MessagingException, IOException {
        try (var letter = new Spool(Integer.MAX_VALUE)) {
            message.writeTo(letter);
            taker.take(letter);
        }
    }

    boolean canIdle() throws MessagingException {
        return store instanceof IMAPStore imap && imap.hasCapability("IDLE");
    }

    /** Waits for news, at most so long: servers forget who waits longer than half an hour. */
    void idle(Duration longest) throws MessagingException {
        Thread waker = Thread.ofVirtual().start(() -> wake(longest));
        try {
            ((IMAPFolder) folder).idle(true);
        } finally {
            waker.interrupt();
        }
    }

    /** Any other command ends the waiting. */
    private void wake(Duration after) {
        try {
            Thread.sleep(after);
            folder.getMessageCount();
        } catch (InterruptedException | MessagingException e) {
            return; // it is awake, or gone
        }
    }

    long validity() {
        return validity;
    }

    long lastUid() {
        return lastUid;
    }

    @Override
    public void close() throws MessagingException {
        try (store) {
            if (folder.isOpen()) {
                folder.close(!(folder instanceof IMAPFolder));
            }
        }
    }
}
