package whom.mail.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import whom.access.Secret;
import whom.conversations.AnswerLinks;
import whom.mail.Incoming;
import whom.mail.Post;
import whom.mail.TicketMark;
import whom.mail.queues.Signature;
import whom.mail.wording.Blank;
import whom.mail.wording.Occasion;
import whom.mail.wording.Wording;
import whom.mail.wording.Wordings;
import whom.vocabulary.Audience;
import whom.vocabulary.Vocabularies;
import whom.vocabulary.Words;

/** Writes what waits, by the house's texts, in its receiver's language and words, saying why they get it (S6). Discreet services mail only that there is news (P8). */
@Component
class Writer {

    private static final Duration CONFIRM = Duration.ofDays(14);
    private static final int DUE_SHOWN = 20;

    private final OutgoingStore store;
    private final Vocabularies vocabularies;
    private final AnswerLinks links;
    private final Incoming tickets;
    private final Wordings wordings;

    Writer(OutgoingStore store, Vocabularies vocabularies, AnswerLinks links, Incoming tickets, Wordings wordings) {
        this.store = store;
        this.vocabularies = vocabularies;
        this.links = links;
        this.tickets = tickets;
        this.wordings = wordings;
    }

    /** Empty when its receiver may not read any more what it would say. */
    Optional<Letter> write(Waiting mail, Post post) {
        var receiver = store.receiver(java.util.Objects.requireNonNull(mail.recipient()));
        Words words = vocabularies.words(Locale.forLanguageTag(receiver.language()), receiver.inside() ? Audience.INSIDE : Audience.OUTSIDE, mail.recipient());
        Map<Blank, String> values = new EnumMap<>(Blank.class);
        values.put(Blank.NAME, receiver.name());
        values.put(Blank.FROM, name(post, words));
        if (mail.conversation() == null) {
            return mail.kind().equals("due") ? due(mail, post, words, values) : Optional.of(apart(mail, post, words, values));
        }
        Contents contents = store.contents(mail.id(), tickets.subject(mail.conversation()));
        if (!contents.mayRead()) {
            return Optional.empty();
        }
        boolean hidden = contents.discreet() || !contents.known();
        Occasion occasion = occasion(mail, contents);
        var team = tickets.team(mail.conversation());
        OutgoingStore.Queue queue = store.queue(mail.conversation(), team.isPresent() ? team.getAsLong() : null, words.language().tag());
        String house = queue.name().isBlank() ? name(post, words) : queue.name();
        String address = queue.address().isEmpty() ? post.address() : queue.address();
        values.put(Blank.FROM, house);
        values.put(Blank.NUMBER, contents.number());
        values.put(Blank.SUBJECT, hidden ? words.say("mail.letter.subject") : contents.subject());
        values.put(Blank.SENDER, contents.sender());
        values.put(Blank.MESSAGE, contents.discreet() ? "" : contents.words());
        values.put(Blank.LINK, link(occasion, mail, contents, post));
        values.put(Blank.REASON, occasion == Occasion.NOTICE ? words.say("mail.letter.why.agent", contents.number()) : why(contents, words));
        boolean ourWords = contents.byDesk() || mail.kind().equals("received");
        Wording said = wordings.say(occasion, words, values).signed(ourWords ? Signature.filled(queue.signature(), words, contents.byDesk() && !hidden ? contents.sender() : house, values) : "");
        String from = mail.kind().equals("answer") && !hidden ? contents.sender() + " (" + house + ")" : house;
        boolean carries = !mail.kind().equals("received") && !hidden;
        return Optional.of(new Letter(mail.address(), new Letter.From(from, address), post.text("plus").equals("no") ? null : post.answers().of(address, mail.id()), stop(mail, contents, post),
                said.subject() + " " + TicketMark.of(contents.number()), said.whole(), words.language().tag(), mail.mailId(), store.before(mail.id()), mail.automatic(), mail.kind().equals("received"),
                carries ? store.files(mail.id()) : List.of()));
    }

    /** Whoever was let in, or asked aside, did not ask for these mails themselves; whoever is served, or works on it, did. */
    private static @Nullable String stop(Waiting mail, Contents contents, Post post) {
        return mail.kind().equals("answer") && Set.of("let_in", "side").contains(contents.right()) ? post.site() + "/mail/stop/" + post.stops().write(mail.id()) : null;
    }

    private static Occasion occasion(Waiting mail, Contents contents) {
        return switch (mail.kind()) {
            case "received" -> contents.known() ? Occasion.RECEIVED : Occasion.CONFIRM;
            case "notice" -> Occasion.NOTICE;
            default -> contents.discreet() ? Occasion.NEWS : Occasion.ANSWER;
        };
    }

    private String link(Occasion occasion, Waiting mail, Contents contents, Post post) {
        return switch (occasion) {
            case ANSWER -> answerLink(mail, post);
            case NEWS -> post.site() + "/requests/" + contents.number();
            case NOTICE -> post.site() + "/tickets/" + contents.number();
            case CONFIRM -> confirmation(mail, post);
            case RECEIVED, SIGN_IN, DUE, LOOP, SEAL, SEAL_OFFICER -> "";
        };
    }

    private String confirmation(Waiting mail, Post post) {
        Secret secret = Secret.random("");
        store.link(secret.hash(), "confirm_address", java.util.Objects.requireNonNull(mail.recipient()), mail.address(), CONFIRM);
        return post.site() + "/mail/addresses/" + secret.shown();
    }

    /** What repeats nothing of a conversation. */
    private Letter apart(Waiting mail, Post post, Words words, Map<Blank, String> values) {
        Occasion occasion = Occasion.valueOf(mail.kind().toUpperCase(Locale.ROOT));
        String number = store.number(mail.id());
        values.put(Blank.NUMBER, number);
        values.put(Blank.LINK, post.site() + switch (occasion) {
            case LOOP -> "/mail";
            case SEAL -> "/requests/" + number;
            case SEAL_OFFICER -> "/seals";
            default -> "/sign-in/links/" + mail.secret();
        });
        values.put(Blank.REASON, switch (occasion) {
            case LOOP -> words.say("mail.letter.why.administrator");
            case SEAL -> words.say("mail.letter.why.served", number);
            case SEAL_OFFICER -> words.say("mail.letter.why.officer");
            default -> words.say("mail.letter.why.sign_in");
        });
        Wording said = wordings.say(occasion, words, values);
        return new Letter(mail.address(), new Letter.From(name(post, words), post.address()), null, null, said.subject(), said.whole(), words.language().tag(), mail.mailId(), List.of(), true, false, List.of());
    }

    /** Empty when none of it is its receiver's any more. */
    private Optional<Letter> due(Waiting mail, Post post, Words words, Map<Blank, String> values) {
        List<OutgoingStore.Due> all = store.due(mail.id());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Instant now = Instant.now();
        var list = new StringBuilder();
        all.stream().limit(DUE_SHOWN).forEach(due -> list.append(words.say(due.at().isAfter(now) ? "mail.letter.due.soon" : "mail.letter.due.late", due.number(),
                words.say("mail.letter.due." + (due.clock().isEmpty() ? "something" : due.clock())), words.dateTime(due.at()))).append("\n").append(post.site()).append("/tickets/").append(due.number()).append("\n\n"));
        if (all.size() > DUE_SHOWN) {
            list.append(words.say("mail.letter.due.more", all.size() - DUE_SHOWN));
        }
        values.put(Blank.MESSAGE, list.toString().strip());
        values.put(Blank.LINK, post.site() + "/warnings");
        values.put(Blank.REASON, words.say("mail.letter.why.due"));
        Wording said = wordings.say(Occasion.DUE, words, values);
        return Optional.of(new Letter(mail.address(), new Letter.From(name(post, words), post.address()), null, null, said.subject(), said.whole(), words.language().tag(), mail.mailId(), List.of(), true, false, List.of()));
    }

    private String answerLink(Waiting mail, Post post) {
        Secret secret = links.make(java.util.Objects.requireNonNull(mail.message()), java.util.Objects.requireNonNull(mail.recipient()));
        return post.site() + "/answer/" + secret.shown();
    }

    private static String why(Contents contents, Words words) {
        String key = "mail.letter.why." + (contents.right().isEmpty() ? "served" : contents.right());
        return words.say(words.has(key) ? key : "mail.letter.why.side", contents.number());
    }

    private static String name(Post post, Words words) {
        return post.text("name").isBlank() ? words.say("mail.letter.from") : post.text("name");
    }
}
