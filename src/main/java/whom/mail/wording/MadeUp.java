package whom.mail.wording;

import java.util.EnumMap;
import java.util.Map;
import whom.mail.TicketMark;
import whom.vocabulary.Words;

/** A mail about a ticket that never was, to see how a text reads. Nobody's real words are shown to whoever sets mail up (P2). */
final class MadeUp {

    private static final String NUMBER = "K7Q-2MFX";
    private static final String SITE = "https://desk.example.org";

    private MadeUp() {}

    static Map<Blank, String> values(Occasion occasion, Words words, String from) {
        Map<Blank, String> values = new EnumMap<>(Blank.class);
        values.put(Blank.NAME, words.say("mail.made_up.name"));
        values.put(Blank.FROM, from.isBlank() ? words.say("mail.letter.from") : from);
        values.put(Blank.NUMBER, NUMBER);
        values.put(Blank.SUBJECT, words.say("mail.made_up.subject"));
        values.put(Blank.SENDER, words.say("mail.made_up.sender"));
        values.put(Blank.MESSAGE, words.say(occasion == Occasion.DUE ? "mail.made_up.due" : "mail.made_up.message"));
        values.put(Blank.LINK, link(occasion));
        values.put(Blank.REASON, switch (occasion) {
            case NOTICE -> words.say("mail.letter.why.agent", NUMBER);
            case SIGN_IN -> words.say("mail.letter.why.sign_in");
            case DUE -> words.say("mail.letter.why.due");
            case LOOP -> words.say("mail.letter.why.administrator");
            case SEAL_OFFICER -> words.say("mail.letter.why.officer");
            default -> words.say("mail.letter.why.served", NUMBER);
        });
        return values;
    }

    private static String link(Occasion occasion) {
        return SITE + switch (occasion) {
            case ANSWER -> "/answer/q4JmX2vN8sLw";
            case NEWS, SEAL -> "/requests/" + NUMBER;
            case CONFIRM -> "/mail/addresses/q4JmX2vN8sLw";
            case DUE -> "/warnings";
            case SIGN_IN -> "/sign-in/links/q4JmX2vN8sLw";
            case LOOP -> "/mail";
            case SEAL_OFFICER -> "/seals";
            case NOTICE, RECEIVED -> "/tickets/" + NUMBER;
        };
    }

    /** As it is sent: with the mark by which answers find back. */
    static String subject(Occasion occasion, Wording wording) {
        return occasion.aboutTicket() ? wording.subject() + " " + TicketMark.of(NUMBER) : wording.subject();
    }
}
