package whom.mail.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whom.vocabulary.Audience;
import whom.vocabulary.Language;

/** Which text: on what occasion, in which language, towards whom. In addresses {@code answer-en-outside}. */
public record WordingKey(Occasion occasion, Language language, Audience audience) {

    static Optional<WordingKey> of(String key) {
        String[] parts = key.split("-", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        return Occasion.ofKey(parts[0]).flatMap(occasion -> Language.tagged(parts[1]).flatMap(language -> Audience.ofKey(parts[2]).map(audience -> new WordingKey(occasion, language, audience))));
    }

    /** Outside first: most mail goes there. */
    static List<WordingKey> all() {
        List<WordingKey> all = new ArrayList<>();
        for (Occasion occasion : Occasion.values()) {
            for (Audience audience : List.of(Audience.OUTSIDE, Audience.INSIDE)) {
                for (Language language : Language.values()) {
                    all.add(new WordingKey(occasion, language, audience));
                }
            }
        }
        return all;
    }

    public String key() {
        return occasion.key() + "-" + language.tag() + "-" + audience.key();
    }
}
