package whom.mail.outgoing;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import whom.access.Secret;
import whom.conversations.AnswerLinks;
import whom.mail.Incoming;
import whom.mail.Post;
import whom.mail.TicketMark;
import whom.vocabulary.Audience;
import whom.vocabulary.Vocabularies;
import whom.vocabulary.Words;

/** Writes what waits, in its receiver's language and words, saying why they get it (S6). Discreet services mail only that there is news (P8). */
@Component
class Writer {

    private static final Duration CONFIRM = Duration.ofDays(14);
    private static final String FOOT = "\n\n-- \n";

    private final OutgoingStore store;
    private final Vocabularies vocabularies;
    private final AnswerLinks links;
    private final Incoming tickets;

    Writer(OutgoingStore store, Vocabularies vocabularies, AnswerLinks links, Incoming tickets) {
        this.store = store;
        this.vocabularies = vocabularies;
        this.links = links;
        this.tickets = tickets;
    }

    /** Empty when its receiver may not read any more what it would say. */
    Optional<Letter> write(Waiting mail, Post post) {
        var receiver = store.receiver(java.util.Objects.requireNonNull(mail.recipient()));
        Words words = vocabularies.words(Locale.forLanguageTag(receiver.language()), receiver.inside() ? Audience.INSIDE : Audience.OUTSIDE, mail.recipient());
        if (mail.conversation() == null) {
            return Optional.of(signIn(mail, post, words));
        }
        Contents contents = store.contents(mail.id(), tickets.subject(mail.conversation()));
        if (!contents.mayRead()) {
            return Optional.empty();
        }
        boolean hidden = contents.discreet() || !contents.known();
        String subject = (hidden ? words.say("mail.letter.subject") : contents.subject()) + " " + TicketMark.of(contents.number());
        String text = switch (mail.kind()) {
            case "received" -> received(mail, contents, post, words);
            case "notice" -> notice(contents, post, words);
            default -> answer(mail, contents, post, words);
        };
        String from = mail.kind().equals("answer") && !hidden ? contents.sender() + " (" + name(post, words) + ")" : name(post, words);
        boolean carries = !mail.kind().equals("received") && !hidden;
        return Optional.of(new Letter(mail.address(), from, post.text("plus").equals("no") ? null : post.answers().of(post.address(), mail.id()), subject, text, words.language().tag(),
                mail.mailId(), store.before(mail.id()), mail.automatic(), mail.kind().equals("received"), carries ? store.files(mail.id()) : List.of()));
    }

    private String answer(Waiting mail, Contents contents, Post post, Words words) {
        if (contents.discreet()) {
            return words.say("mail.letter.news", contents.number()) + "\n" + post.site() + "/requests/" + contents.number() + FOOT + why(contents, words);
        }
        return contents.words() + FOOT + words.say("mail.letter.answer") + "\n" + answerLink(mail, post) + "\n\n" + why(contents, words);
    }

    private String received(Waiting mail, Contents contents, Post post, Words words) {
        var text = new StringBuilder(words.say("mail.letter.received", contents.number())).append("\n\n").append(words.say("mail.letter.received.next"));
        if (!contents.known()) {
            Secret secret = Secret.random("");
            store.link(secret.hash(), "confirm_address", java.util.Objects.requireNonNull(mail.recipient()), mail.address(), CONFIRM);
            text.append("\n\n").append(words.say("mail.letter.confirm")).append("\n").append(post.site()).append("/mail/addresses/").append(secret.shown());
        }
        return text.append(FOOT).append(why(contents, words)).toString();
    }

    private static String notice(Contents contents, Post post, Words words) {
        String said = contents.discreet() ? "" : "\n\n" + contents.words();
        return words.say("mail.letter.notice", contents.sender(), contents.number()) + said + FOOT + words.say("mail.letter.notice.answer") + "\n" + post.site() + "/tickets/" + contents.number()
                + "\n\n" + words.say("mail.letter.why.agent", contents.number());
    }

    private Letter signIn(Waiting mail, Post post, Words words) {
        String text = words.say("mail.letter.sign_in") + "\n" + post.site() + "/sign-in/links/" + mail.secret() + FOOT + words.say("mail.letter.why.sign_in");
        return new Letter(mail.address(), name(post, words), null, words.say("mail.letter.sign_in.subject"), text, words.language().tag(), mail.mailId(), List.of(), true, false, List.of());
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
