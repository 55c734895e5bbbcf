package whom.mail.incoming;

import jakarta.annotation.PreDestroy;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import whom.access.Actor;
import whom.mail.MailTokens;
import whom.mail.MailWork;
import whom.mail.Post;
import whom.mail.PostSettings;
import whom.mail.Trouble;

/** Fetches mailboxes: each that is due gets a thread, which fetches what is new and, where the server can, waits there for more. */
@Component
class Fetching implements MailWork {

    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
    private static final Duration WATCH = Duration.ofMinutes(9);
    private static final int LENT_SECONDS = 660;
    private static final int POLL_SECONDS = 60;

    private final MailboxStore store;
    private final Arrivals arrivals;
    private final PostSettings settings;
    private final MailTokens tokens;
    private final TransactionTemplate transactions;
    private final Map<String, Fetcher> open = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Fetching(MailboxStore store, Arrivals arrivals, PostSettings settings, MailTokens tokens, TransactionTemplate transactions) {
        this.store = store;
        this.settings = settings;
        this.tokens = tokens;
        this.arrivals = arrivals;
        this.transactions = transactions;
    }

    @Override
    public boolean work() {
        Optional<Mailbox> due = mail(() -> store.lend(LENT_SECONDS));
        due.ifPresent(mailbox -> Thread.ofVirtual().name("mailbox " + mailbox.address()).start(() -> watch(mailbox)));
        return due.isPresent();
    }

    /** Until the lease is nearly over; then any node takes it anew. */
    private void watch(Mailbox mailbox) {
        Instant until = Instant.now().plus(WATCH);
        int pause = POLL_SECONDS;
        try (Fetcher fetcher = opened(mailbox)) {
            open.put(mailbox.address(), fetcher);
            fetch(mailbox, fetcher);
            while (!closed && fetcher.canIdle() && Instant.now().isBefore(until)) {
                fetcher.idle(Duration.between(Instant.now(), until));
                fetch(mailbox, fetcher);
                pause = 0;
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            failed(mailbox, e);
            pause = POLL_SECONDS;
        } finally {
            open.remove(mailbox.address());
            done(mailbox, pause);
        }
    }

    /** Once, and not waiting there. @return how many letters */
    int once(String address) throws MessagingException, IOException {
        Mailbox mailbox = mail(() -> store.find(address)).orElseThrow();
        try (Fetcher fetcher = opened(mailbox)) {
            return fetch(mailbox, fetcher);
        }
    }

    private Fetcher opened(Mailbox mailbox) throws MessagingException, IOException {
        Post post = mail(settings::now);
        String secret = mailbox.byToken() ? tokens.token(post, mailbox.password()) : mailbox.password();
        try {
            return Fetcher.open(mailbox, secret, post.text("authority"));
        } catch (AuthenticationFailedException e) {
            tokens.forget(secret);
            throw e;
        }
    }

    private int fetch(Mailbox mailbox, Fetcher fetcher) throws MessagingException, IOException {
        try {
            return fetcher.fetch(letter -> arrivals.keep(letter, mailbox.address(), true));
        } finally {
            note(mailbox, fetcher);
        }
    }

    private void note(Mailbox mailbox, Fetcher fetcher) {
        mail(() -> {
            if (mailbox.imap()) {
                store.fetched(mailbox.address(), fetcher.validity(), fetcher.lastUid());
            } else {
                store.emptied(mailbox.address());
            }
            return true;
        });
    }

    private void failed(Mailbox mailbox, Exception failure) {
        String said = Trouble.of(failure);
        LOG.warn("{} cannot be fetched: {}", mailbox, said);
        if (!closed) {
            mail(() -> {
                store.failed(mailbox.address(), said);
                return true;
            });
        }
    }

    private void done(Mailbox mailbox, int pause) {
        if (!closed) {
            mail(() -> {
                store.again(mailbox.address(), pause);
                return true;
            });
        }
    }

    private <T> T mail(java.util.function.Supplier<T> work) {
        return Actor.as(Actor.Machine.MAIL, () -> java.util.Objects.requireNonNull(transactions.execute(t -> work.get())));
    }

    @PreDestroy
    void close() {
        closed = true;
        open.values().forEach(fetcher -> {
            try {
                fetcher.close();
            } catch (MessagingException e) {
                LOG.debug("A mailbox did not close", e);
            }
        });
    }
}
