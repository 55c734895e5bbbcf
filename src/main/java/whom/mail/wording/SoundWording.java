package whom.mail.wording;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import whom.kernel.Refused;
import whom.vocabulary.Words;

/** What somebody wrote for a mail, checked: whoever gets it could not ask what was meant. */
final class SoundWording {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_FOOT = 2_000;
    private static final String MARK = "\u0000";

    private SoundWording() {}

    /** @param words of whoever wrote it, to say what is wrong @throws Refused naming the field */
    static Wording of(Occasion occasion, Map<String, String> typed, Words words) {
        String subject = SoundText.of("subject", typed, LONGEST_SUBJECT, occasion.inSubject(), words);
        if (subject.isEmpty()) {
            throw new Refused("subject", "mail.texts.refused.empty");
        }
        if (subject.contains("\n")) {
            throw new Refused("subject", "mail.texts.refused.lines");
        }
        String text = SoundText.of("text", typed, LONGEST_TEXT, occasion.blanks(), words);
        if (text.isEmpty()) {
            throw new Refused("text", "mail.texts.refused.empty");
        }
        String foot = SoundText.of("foot", typed, LONGEST_FOOT, occasion.blanks(), words);
        for (Blank blank : occasion.required()) {
            if (!fills(text, blank, words) && !fills(foot, blank, words)) {
                throw new Refused(blank == Blank.REASON ? "foot" : "text", "mail.texts.refused.missing", blank.written(), words.say("mail.texts.blank." + blank.key()));
            }
        }
        return new Wording(subject, text, foot);
    }

    /** Whether it is really filled there, rather than quoted as {@code {"{link}"}}. */
    private static boolean fills(String text, Blank blank, Words words) {
        return words.fill(text, values(Set.of(blank))).contains(MARK);
    }

    private static Map<String, String> values(Set<Blank> marked) {
        Map<String, String> values = new HashMap<>();
        for (Blank blank : Blank.values()) {
            values.put(blank.key(), marked.contains(blank) ? MARK : "");
        }
        return values;
    }
}
