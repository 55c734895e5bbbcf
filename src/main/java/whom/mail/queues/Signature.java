package whom.mail.queues;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import whom.mail.wording.Blank;
import whom.mail.wording.SoundText;
import whom.vocabulary.Words;

/** What stands below the words of a queue's mails: plain text, in this house's words. */
public final class Signature {

    private static final int LONGEST = 1_000;
    static final List<Blank> BLANKS = List.of(Blank.SENDER, Blank.FROM, Blank.NUMBER);

    private Signature() {}

    /** @throws whom.kernel.Refused naming the field */
    static String sound(String field, Map<String, String> typed, Words words) {
        return SoundText.of(field, typed, LONGEST, BLANKS, words);
    }

    /** @param sender who wrote, or where nobody did, the name that the mail bears */
    public static String filled(String written, Words words, String sender, Map<Blank, String> values) {
        if (written.isBlank()) {
            return "";
        }
        Map<String, String> named = new HashMap<>();
        BLANKS.forEach(blank -> named.put(blank.key(), values.getOrDefault(blank, "")));
        named.put(Blank.SENDER.key(), sender);
        return words.fill(written, named).strip();
    }
}
