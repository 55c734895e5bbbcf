package whom.mail.incoming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.conversations.Correspondence;
import whom.conversations.Correspondence.Letter;
import whom.conversations.Correspondence.Place;
import whom.mail.AnswerAddress;
import whom.mail.Incoming;
import whom.mail.Post;
import whom.mail.PostSettings;
import whom.mail.ReadMessage;
import whom.mail.incoming.Placement.Known;
import whom.mail.mime.Attachment;
import whom.mail.reports.Kind;
import whom.vocabulary.Language;

/** Letters: found out whose they are, and made into what they become, many in one transaction and by the same statements. */
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

    /** All of them or, where one fails, none. */
    @Transactional
    void take(List<Long> ids) {
        if (!ids.isEmpty()) {
            var house = new House(settings.now(), store.mailboxes());
            List<Held> letters = store.hold(ids).stream().map(waiting -> new Held(waiting, Arrived.of(waiting.raw()))).toList();
            Waves.of(letters).forEach(wave -> take(wave, house));
        }
    }

    private void take(List<Held> wave, House house) {
        Set<Long> early = store.waits(wave.stream().filter(held -> held.waiting().attempts() <= PATIENCE && !held.mail().before().isEmpty())
                .collect(Collectors.toMap(Held::id, held -> held.mail().before())));
        // An answer that is quicker than what it answers waits for it, for a while.
        early.forEach(id -> store.later(id, 1));
        List<Held> now = wave.stream().filter(held -> !early.contains(held.id())).toList();
        var findings = new Findings(now, house, store, correspondence);
        List<Opening> opening = new ArrayList<>();
        List<Saying> saying = new ArrayList<>();
        List<IncomingStore.Done> done = new ArrayList<>();
        for (Held held : now) {
            Arrived mail = held.mail();
            String sender = mail.sender().orElse("");
            switch (Placement.of(findings.facts(held), findings.heard(held))) {
                case Placement.Joins joins -> saying.add(join(held, findings, joins));
                case Placement.Opens opens -> open(held, house, findings, opens).ifPresent(opening::add);
                case Placement.Bounced bounced -> done.add(new IncomingStore.Done(held.id(), bounces.came(mail, Findings.signed(held, house)) ? "bounce" : "report", mail.id(), "", null, null));
                case Placement.Ignored(String why) -> done.add(new IncomingStore.Done(held.id(), why, mail.id(), sender, null, null));
                case Placement.SetAside(String why) -> store.setAside(held.id(), why, sender);
            }
        }
        List<Incoming.Opened> opened = tickets.open(opening.stream().map(Opening::matter).toList());
        for (int i = 0; i < opening.size(); i++) {
            saying.add(opening.get(i).in(opened.get(i)));
        }
        List<Long> messages = correspondence.hear(saying.stream().map(each -> each.place.thread()).toList(), saying.stream().map(Saying::letter).toList());
        for (int i = 0; i < saying.size(); i++) {
            Saying said = saying.get(i);
            heard(said, messages.get(i), house, findings);
            done.add(new IncomingStore.Done(said.held.id(), said.opened ? "opened" : "joined", said.held.mail().id(), said.held.mail().sender().orElse(""), messages.get(i), said.place.conversation()));
        }
        store.done(done);
    }

    /** @param copies whom its sender copied in is let in @param opened it is the first that is said there */
    private record Saying(Held held, Place place, Letter letter, boolean copies, boolean opened) {}

    private record Opening(Held held, Incoming.Matter matter, Letter letter, boolean verified) {

        Saying in(Incoming.Opened ticket) {
            return new Saying(held, new Place(ticket.thread(), ticket.conversation()), letter, verified, true);
        }
    }

    private void heard(Saying said, long message, House house, Findings findings) {
        Arrived mail = said.held.mail();
        attach(message, mail.read().attachments());
        if (said.copies) {
            // Only the served person's own copying lets somebody in, and the database knows who that is.
            mail.addressees().stream().filter(a -> !house.isOurs(a)).flatMap(a -> Stream.ofNullable(findings.known(a))).filter(Known::confirmed)
                    .forEach(person -> correspondence.letInCopied(message, person.account()));
        }
        if (said.opened) {
            tell(mail, house.post(), message, mail.sender().orElseThrow());
        }
    }

    private Saying join(Held held, Findings findings, Placement.Joins joins) {
        Arrived mail = held.mail();
        Known known = findings.facts(held).known();
        if (joins.confirms() && known != null) {
            store.confirm(known.account(), mail.sender().orElseThrow());
        }
        boolean theirs = known != null && !joins.unknown();
        Letter letter = letter(mail, theirs ? known.account() : null, theirs ? known.name() : named(mail), joins.verified(), theirs ? known.language() : Language.EN.tag());
        return new Saying(held, joins.place(), letter, joins.verified() && theirs, false);
    }

    /** Nothing where it is somebody else's that an agent passes on: that is done then. */
    private Optional<Opening> open(Held held, House house, Findings findings, Placement.Opens opens) {
        Arrived mail = held.mail();
        Known known = findings.facts(held).known();
        var passed = opens.passedOn() ? Passed.in(mail.read()) : Optional.<Passed>empty();
        Long service = Stream.concat(mail.recipients().stream().map(AnswerAddress::plain), Stream.of(held.waiting().mailbox()))
                .flatMap(way -> house.boxes().getOrDefault(way, Optional.empty()).stream()).findFirst().orElse(null);
        if (passed.isPresent() && known != null) {
            openFor(held, passed.get(), known, service);
            return Optional.empty();
        }
        boolean supported = findings.facts(held).supported();
        String language = known != null ? known.language() : GuessedLanguage.of(mail.read().text()).tag();
        long account = known != null ? known.account() : store.meet(mail.sender().orElseThrow(), mail.senderName(), language, supported);
        boolean verified = known == null ? supported : opens.verified();
        Letter letter = letter(mail, account, known != null ? known.name() : mail.senderName(), verified, language);
        return Optional.of(new Opening(held, new Incoming.Matter(account, account, service, subject(mail), language), letter, verified));
    }

    /** What an agent passes on is for whoever wrote it; what the agent wrote above it is a note. */
    private void openFor(Held held, Passed passed, Known agent, @Nullable Long service) {
        Arrived mail = held.mail();
        String writer = passed.from().address().toLowerCase(java.util.Locale.ROOT);
        var met = Optional.ofNullable(store.known(List.of(writer)).get(writer));
        String language = met.map(Known::language).orElseGet(() -> GuessedLanguage.of(passed.text()).tag());
        String name = met.map(Known::name).orElseGet(() -> passed.from().name().isBlank() ? writer : Plain.line(passed.from().name(), 120));
        long served = met.map(Known::account).orElseGet(() -> store.meet(Plain.line(writer, 254), name, language, false));
        var opened = tickets.open(List.of(new Incoming.Matter(agent.account(), served, service, Plain.line(passed.subject(), SUBJECT), language))).getFirst();
        long message = correspondence.hear(List.of(opened.thread()), List.of(new Letter(served, name, false, false, Plain.text(passed.text()), "", Plain.text(passed.html()), language, mail.id()))).getFirst();
        attach(message, passed.files());
        if (!passed.above().isBlank()) {
            correspondence.note(opened.conversation(), agent.account(), Plain.text(passed.above()));
        }
        store.receive(message, writer);
        store.done(List.of(new IncomingStore.Done(held.id(), "opened", mail.id(), mail.sender().orElse(""), message, opened.conversation())));
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

    private static Letter letter(Arrived mail, @Nullable Long author, String sender, boolean verified, String language) {
        ReadMessage read = mail.read();
        String whole = Plain.text(read.text());
        String trimmed = Plain.text(read.replyText()).strip();
        return new Letter(author, sender, verified, read.kind() == Kind.AUTO_REPLY, whole, trimmed.equals(whole.strip()) ? "" : trimmed, read.html() == null ? "" : Plain.text(read.html()), language,
                read.messageId() == null ? null : mail.id());
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

    /** A letter without a subject is about what its first line says. */
    private static String subject(Arrived mail) {
        String subject = Plain.line(mail.read().subject(), SUBJECT);
        return !subject.isEmpty() ? subject : mail.read().text().lines().map(line -> Plain.line(line, 80)).filter(line -> !line.isEmpty()).findFirst().orElse("");
    }

    private static String named(Arrived mail) {
        String address = mail.sender().orElse("");
        return mail.senderName().equals(address) ? address : mail.senderName() + " <" + address + ">";
    }
}
