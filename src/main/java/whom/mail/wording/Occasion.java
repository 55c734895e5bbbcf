package whom.mail.wording;

import static whom.mail.wording.Blank.FROM;
import static whom.mail.wording.Blank.LINK;
import static whom.mail.wording.Blank.MESSAGE;
import static whom.mail.wording.Blank.NAME;
import static whom.mail.wording.Blank.NUMBER;
import static whom.mail.wording.Blank.REASON;
import static whom.mail.wording.Blank.SENDER;
import static whom.mail.wording.Blank.SUBJECT;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Why a mail is written. Each says what may stand in its text, so that nobody can write a text that says too much: of a discreet
 * matter neither words nor subject nor who wrote (P8), and to an address that nobody confirmed no word that a stranger chose. Why
 * its receiver gets it is said in each (S6).
 */
public enum Occasion {
    /** What the desk, or somebody else in the conversation, said. */
    ANSWER(EnumSet.allOf(Blank.class), EnumSet.of(MESSAGE, LINK, REASON)),
    /** The same in a discreet matter: only that there is something. */
    NEWS(EnumSet.of(NAME, FROM, NUMBER, LINK, REASON), EnumSet.of(LINK, REASON)),
    RECEIVED(EnumSet.of(NAME, FROM, NUMBER, SUBJECT, REASON), EnumSet.of(NUMBER, REASON)),
    /** The same, to an address that nobody confirmed. */
    CONFIRM(EnumSet.of(FROM, NUMBER, LINK, REASON), EnumSet.of(LINK, REASON)),
    /** To whoever has the ticket. */
    NOTICE(EnumSet.allOf(Blank.class), EnumSet.of(NUMBER, LINK, REASON)),
    /** To agents, that promises come near or were missed: a list of numbers and times, which says nothing of what was written. */
    DUE(EnumSet.of(NAME, FROM, MESSAGE, LINK, REASON), EnumSet.of(MESSAGE, REASON)),
    SIGN_IN(EnumSet.of(NAME, FROM, LINK, REASON), EnumSet.of(LINK, REASON)),
    /** To administrators: something answered our machine by a machine, and is answered no more. */
    LOOP(EnumSet.of(NAME, FROM, LINK, REASON), EnumSet.of(LINK, REASON)),
    /** To the one served, that a seal was broken (P4): the number alone, since a mail is read by every server on the way. */
    SEAL(EnumSet.of(NAME, FROM, NUMBER, LINK, REASON), EnumSet.of(LINK, REASON)),
    /** The same to the data protection officer. */
    SEAL_OFFICER(EnumSet.of(NAME, FROM, NUMBER, LINK, REASON), EnumSet.of(LINK, REASON));

    private static final Set<Blank> SHORT = EnumSet.of(NAME, FROM, NUMBER, SUBJECT);

    private final Set<Blank> blanks;
    private final Set<Blank> required;

    Occasion(Set<Blank> blanks, Set<Blank> required) {
        this.blanks = blanks;
        this.required = required;
    }

    /** As addresses, files and columns write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Occasion> ofKey(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /** Whether it is about a ticket, and bears its mark. */
    boolean aboutTicket() {
        return blanks.contains(NUMBER);
    }

    List<Blank> blanks() {
        return List.copyOf(blanks);
    }

    /** A subject is read by whoever looks over a shoulder, and by every server on the way: no links, and no words of a message. */
    List<Blank> inSubject() {
        return blanks.stream().filter(SHORT::contains).toList();
    }

    List<Blank> required() {
        return List.copyOf(required);
    }

    boolean requires(Blank blank) {
        return required.contains(blank);
    }
}
