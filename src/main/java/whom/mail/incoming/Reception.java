package whom.mail.incoming;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.conversations.Correspondence;
import whom.conversations.Correspondence.Letter;
import whom.conversations.Correspondence.Place;
import whom.mail.AnswerAddress;
import whom.mail.Incoming;
import whom.mail.MailReader;
import whom.mail.Post;
import whom.mail.PostSettings;
import whom.mail.ReadMessage;
import whom.mail.TicketMark;
import whom.mail.incoming.IncomingStore.Waiting;
import whom.mail.incoming.Placement.Known;
import whom.mail.mime.Attachment;
import whom.mail.replies.PassedOn;
import whom.mail.reports.Kind;
import whom.vocabulary.Language;

/** One letter: found out whose it is, and made into what it becomes, in one transaction. */
@Component
class Reception {

    private static final int PATIENCE = 5;
    private static final int MOST_FILES = 200;
    private static final int SUBJECT = 200;
    /** In an hour. */
    private static final int TURNS = 3;
    private static final int TOLD = 10;

    private final IncomingStore store;
    private final Correspondence correspondence;
    private final Incoming tickets;
    private final PostSettings settings;
    private final Bounces bounces;

    Reception(IncomingStore store, Correspondence correspondence, Incoming tickets, PostSettings settings, Bounces bounces) {
        this.store = store;
        this.correspondence = correspondence;
        this.tickets = tickets;
        this.settings = settings;
        this.bounces = bounces;
    }

    /** What the letters of one transaction are judged by. @param boxes addresses at which mail comes in, and what it is then about */
    private record House(Post post, Map<String, Optional<Long>> boxes) {

        boolean isOurs(String address) {
            String plain = AnswerAddress.plain(address);
            return boxes.containsKey(plain) || plain.equals(post.address());
        }
    }

    /** All of them or, where one fails, none. */
    @Transactional
    void take(List<Long> ids) {
        if (!ids.isEmpty()) {
            var house = new House(settings.now(), store.mailboxes());
            store.hold(ids).forEach(waiting -> take(waiting, house));
        }
    }

    private void take(Waiting waiting, House house) {
        Arrived mail = Arrived.of(waiting.raw());
        // An answer that is quicker than what it answers waits for it, for a while.
        if (waiting.attempts() <= PATIENCE && store.waits(mail.before(), waiting.id())) {
            store.later(waiting.id(), 1);
            return;
        }
        Post post = house.post;
        String sender = mail.sender().orElse(null);
        Known known = sender == null ? null : store.known(sender).orElse(null);
        OptionalLong signed = mail.recipients().stream().map(post.answers()::read).filter(OptionalLong::isPresent).findFirst().orElse(OptionalLong.empty());
        var facts = new Placement.Facts(mail.read().kind(), isOurs(mail, house), waiting.accepted(), sender, known,
                waiting.trusted() && sender != null && Authentication.supports(mail.headers(), post.receiver(), sender),
                store.places(mail.before()), signed.isPresent() ? store.answered(signed.getAsLong()).orElse(null) : null,
                TicketMark.in(mail.read().subject()).stream().flatMap(n -> correspondence.numbered(n).stream()).toList(), PassedOn.says(mail.read().subject()));
        switch (Placement.of(facts, place -> known != null && correspondence.mayBeHeard(known.account(), place.thread()))) {
            case Placement.Joins joins -> join(waiting, mail, house, known, joins);
            case Placement.Opens opens -> open(waiting, mail, house, known, facts.supported(), opens);
            case Placement.Bounced bounced -> {
                boolean ours = bounces.came(mail, signed);
                store.done(waiting.id(), ours ? "bounce" : "report", id(mail), "", null, null);
            }
            case Placement.Ignored(String why) -> store.done(waiting.id(), why, id(mail), sender == null ? "" : sender, null, null);
            case Placement.SetAside(String why) -> store.setAside(waiting.id(), why, sender == null ? "" : sender);
        }
    }

    /** A letter of our own that comes back, or one that claims to be from our own address. */
    private boolean isOurs(Arrived mail, House house) {
        return store.isOurs(mail.read().messageId() == null ? null : id(mail)) || mail.sender().map(house::isOurs).orElse(false);
    }

    private void join(Waiting waiting, Arrived mail, House house, @Nullable Known known, Placement.Joins joins) {
        if (joins.confirms() && known != null) {
            store.confirm(known.account(), mail.sender().orElseThrow());
        }
        boolean theirs = known != null && !joins.unknown();
        long message = hear(joins.place().thread(), mail, theirs ? known.account() : null, theirs ? known.name() : named(mail), joins.verified(),
                theirs ? known.language() : Language.EN.tag(), mail.read().text(), mail.read().replyText());
        copied(mail, house, message, joins.verified() && theirs);
        store.done(waiting.id(), "joined", id(mail), mail.sender().orElse(""), message, joins.place().conversation());
    }

    private void open(Waiting waiting, Arrived mail, House house, @Nullable Known known, boolean supported, Placement.Opens opens) {
        var passed = opens.passedOn() ? Passed.in(mail.read()) : Optional.<Passed>empty();
        Long service = Stream.concat(mail.recipients().stream().map(AnswerAddress::plain), Stream.of(waiting.mailbox()))
                .flatMap(way -> house.boxes.getOrDefault(way, Optional.empty()).stream()).findFirst().orElse(null);
        if (passed.isPresent() && known != null) {
            openFor(waiting, mail, passed.get(), known, service);
            return;
        }
        String language = known != null ? known.language() : GuessedLanguage.of(mail.read().text()).tag();
        String sender = mail.sender().orElseThrow();
        long account = known != null ? known.account() : store.meet(sender, mail.senderName(), language, supported);
        boolean verified = known == null ? supported : opens.verified();
        var opened = tickets.open(new Incoming.Matter(account, account, service, subject(mail), language));
        long message = hear(opened.thread(), mail, account, known != null ? known.name() : mail.senderName(), verified, language, mail.read().text(), mail.read().replyText());
        copied(mail, house, message, verified);
        tell(mail, house.post, message, sender);
        store.done(waiting.id(), "opened", id(mail), sender, message, opened.conversation());
    }

    /** What an agent passes on is for whoever wrote it; what the agent wrote above it is a note. */
    private void openFor(Waiting waiting, Arrived mail, Passed passed, Known agent, @Nullable Long service) {
        String writer = passed.from().address().toLowerCase(java.util.Locale.ROOT);
        var met = store.known(writer);
        String language = met.map(Known::language).orElseGet(() -> GuessedLanguage.of(passed.text()).tag());
        String name = met.map(Known::name).orElseGet(() -> passed.from().name().isBlank() ? writer : Plain.line(passed.from().name(), 120));
        long served = met.map(Known::account).orElseGet(() -> store.meet(Plain.line(writer, 254), name, language, false));
        var opened = tickets.open(new Incoming.Matter(agent.account(), served, service, Plain.line(passed.subject(), SUBJECT), language));
        long message = correspondence.hear(opened.thread(), new Letter(served, name, false, false, Plain.text(passed.text()), "", Plain.text(passed.html()), language, id(mail)));
        attach(message, passed.files());
        if (!passed.above().isBlank()) {
            correspondence.note(opened.conversation(), agent.account(), Plain.text(passed.above()));
        }
        store.receive(message, writer);
        store.done(waiting.id(), "opened", id(mail), mail.sender().orElse(""), message, opened.conversation());
    }

    /** That it came; never to machines, and no more after a few turns with something that answers without saying that it is one. */
    private void tell(Arrived mail, Post post, long message, String sender) {
        if (!post.sends() || mail.wantsNoAnswer() || mail.read().kind() != Kind.MESSAGE && mail.read().kind() != Kind.CALENDAR) {
            return;
        }
        var lately = store.lately(sender);
        if (lately.told() >= TOLD) {
            return;
        }
        if (lately.turns() >= TURNS) {
            store.loopCut();
        } else {
            store.receive(message, sender);
        }
    }

    private long hear(long thread, Arrived mail, @Nullable Long author, String sender, boolean verified, String language, String text, String reply) {
        ReadMessage read = mail.read();
        String whole = Plain.text(text);
        String trimmed = Plain.text(reply).strip();
        long message = correspondence.hear(thread, new Letter(author, sender, verified, read.kind() == Kind.AUTO_REPLY, whole,
                trimmed.equals(whole.strip()) ? "" : trimmed, read.html() == null ? "" : Plain.text(read.html()), language, read.messageId() == null ? null : id(mail)));
        attach(message, read.attachments());
        return message;
    }

    private void attach(long message, List<Attachment> files) {
        files.stream().limit(MOST_FILES).forEach(file -> correspondence.attach(message, file.filename() == null ? nameless(file) : Plain.text(file.filename()), file.content(),
                file.contentId() == null ? null : Plain.id(file.contentId())));
    }

    private static String nameless(Attachment file) {
        return switch (file.contentType()) {
            case "message/rfc822" -> "message.eml";
            case "text/calendar" -> "invitation.ics";
            case "image/png" -> "image.png";
            case "image/jpeg" -> "image.jpg";
            case "image/gif" -> "image.gif";
            default -> "file";
        };
    }

    /** Only the served person's own copying lets somebody in, and the database knows who that is. */
    private void copied(Arrived mail, House house, long message, boolean verified) {
        if (verified) {
            mail.addressees().stream().filter(a -> !house.isOurs(a)).flatMap(a -> store.known(a).stream()).filter(Known::confirmed)
                    .forEach(person -> correspondence.letInCopied(message, person.account()));
        }
    }

    /** A letter without a subject is about what its first line says. */
    private static String subject(Arrived mail) {
        String subject = Plain.line(mail.read().subject(), SUBJECT);
        return !subject.isEmpty() ? subject : mail.read().text().lines().map(line -> Plain.line(line, 80)).filter(line -> !line.isEmpty()).findFirst().orElse("");
    }

    private static String named(Arrived mail) {
        String address = mail.sender().orElse("");
        return mail.senderName().equals(address) ? address : mail.senderName() + " <" + address + ">";
    }

    private static String id(Arrived mail) {
        String id = mail.read().messageId();
        return id == null ? "" : Plain.id(id);
    }
}
