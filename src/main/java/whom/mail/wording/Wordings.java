package whom.mail.wording;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import whom.vocabulary.Words;

/** What a mail says to its receiver; asked by the machine that mails. */
@Component
public class Wordings {

    private final WordingStore store;

    Wordings(WordingStore store) {
        this.store = store;
    }

    /** @param words of the receiver, in their language and this house's words for them */
    @Transactional(propagation = Propagation.MANDATORY)
    public Wording say(Occasion occasion, Words words, Map<Blank, String> values) {
        var key = new WordingKey(occasion, words.language(), words.audience());
        return filled(store.own(key).orElseGet(() -> Delivered.of(occasion, words.language())), occasion, words, values);
    }

    /** What fills a blank is never read for blanks itself: whoever writes to us writes no text of ours. */
    static Wording filled(Wording wording, Occasion occasion, Words words, Map<Blank, String> values) {
        Map<String, String> named = new HashMap<>();
        occasion.blanks().forEach(blank -> named.put(blank.key(), values.getOrDefault(blank, "")));
        boolean empty = named.containsValue("");
        return new Wording(words.fill(wording.subject(), named).replaceAll("\\s+", " ").strip(), tidied(words.fill(wording.text(), named), empty), tidied(words.fill(wording.foot(), named), empty));
    }

    /** Where nothing fills a blank, it leaves no gap. */
    private static String tidied(String text, boolean gaps) {
        return gaps ? text.replaceAll("\n{3,}", "\n\n").strip() : text;
    }
}
