package whom.mail.outgoing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import whom.access.Actor;
import whom.mail.Incoming;
import whom.mail.MailTokens;
import whom.mail.MailWork;
import whom.mail.Post;
import whom.mail.PostSettings;

/**
 * Sends what waits. A mail is held while it is sent, and marked in the same transaction: a node that dies between the server's
 * yes and ours sends it again under the same id, and its receiver's mail program shows it once. What does not go is tried again
 * with growing pauses, for days.
 */
@Component
class Outbox implements MailWork {

    private static final int AT_ONCE = 50;
    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final Duration GIVE_UP = Duration.ofDays(5);
    private static final Duration LINKS_LAST = Duration.ofMinutes(20);
    private static final Duration AFTER_NO_SERVER = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final OutgoingStore store;
    private final Writer writer;
    private final PostSettings settings;
    private final MailTokens tokens;
    private final Incoming tickets;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private @Nullable Smtp connection;
    private Post connected = new Post(java.util.Map.of(), false);
    private Instant rests = Instant.MIN;

    Outbox(OutgoingStore store, Writer writer, PostSettings settings, MailTokens tokens, Incoming tickets, TransactionTemplate transactions, ObjectProvider<Clock> clock) {
        this.store = store;
        this.writer = writer;
        this.settings = settings;
        this.tokens = tokens;
        this.tickets = tickets;
        this.transactions = transactions;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @Override
    public synchronized boolean work() {
        if (clock.instant().isBefore(rests)) {
            return false;
        }
        try {
            return Actor.as(Actor.Machine.MAIL, this::round);
        } finally {
            close();
        }
    }

    private boolean round() {
        boolean any = false;
        for (int i = 0; i < AT_ONCE; i++) {
            Step step = next();
            any |= step == Step.DONE;
            if (step != Step.DONE) {
                break;
            }
        }
        return any;
    }

    private enum Step { DONE, NOTHING, NO_SERVER }

    /** One mail. What failed is written down in a transaction of its own, since the one that wrote the mail is undone, with the links that it made. */
    private Step next() {
        var held = new Waiting[1];
        try {
            return java.util.Objects.requireNonNull(transactions.execute(t -> {
                Post post = settings.now();
                Optional<Waiting> found = post.sends() ? store.hold() : Optional.empty();
                if (found.isEmpty()) {
                    return Step.NOTHING;
                }
                held[0] = found.get();
                send(found.get(), post);
                return Step.DONE;
            }));
        } catch (NotSent failure) {
            return transactions.execute(t -> failed(held[0], failure.failed));
        } catch (RuntimeException failure) {
            if (held[0] == null) {
                throw failure;
            }
            LOG.warn("Mail {} could not be written: {}", held[0].id(), failure.getClass().getSimpleName());
            return transactions.execute(t -> failed(held[0], new Smtp.Failed("system", held[0].attempts() >= 5, true)));
        }
    }

    private void send(Waiting mail, Post post) {
        Optional<Letter> letter = writer.write(mail, post);
        if (letter.isEmpty()) {
            store.failed(mail.id(), "given_up", "no_longer");
            return;
        }
        try {
            connection(post).send(letter.get());
        } catch (Smtp.Failed e) {
            throw new NotSent(e);
        }
        store.sent(mail.id());
    }

    private Step failed(Waiting mail, Smtp.Failed failure) {
        if (!failure.reached()) {
            close();
        }
        Duration waited = Duration.between(mail.queuedAt(), clock.instant());
        boolean late = waited.compareTo(mail.kind().equals("sign_in") ? LINKS_LAST : GIVE_UP) > 0;
        if (failure.refused() || late) {
            store.failed(mail.id(), failure.refused() ? "bounced" : "given_up", failure.refused() ? "refused" : "expired").ifPresent(tickets::warn);
            return Step.DONE;
        }
        LOG.info("Mail {} waits: {}", mail.id(), failure.getMessage());
        store.later(mail.id(), pause(mail.attempts()), failure.getMessage());
        if (failure.reached()) {
            return Step.DONE;
        }
        rests = clock.instant().plus(AFTER_NO_SERVER);
        return Step.NO_SERVER;
    }

    /** Half a minute, a minute, two, four, up to four hours. */
    static Duration pause(int attempts) {
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(attempts, 20));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    private Smtp connection(Post post) throws Smtp.Failed {
        if (connection == null || !connected.equals(post)) {
            close();
            connection = Smtp.connect(post, tokens);
            connected = post;
        }
        return connection;
    }

    private void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    /** For tests: as if the pause after an absent server were over. */
    synchronized void restNoMore() {
        rests = Instant.MIN;
    }

    private static final class NotSent extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Smtp.Failed failed;

        NotSent(Smtp.Failed failed) {
            super(null, null, false, false);
            this.failed = failed;
        }
    }
}
