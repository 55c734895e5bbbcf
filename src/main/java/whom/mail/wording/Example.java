package whom.mail.wording;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import whom.vocabulary.Audience;
import whom.vocabulary.Language;
import whom.vocabulary.Vocabularies;
import whom.vocabulary.Words;

/** An answer to somebody outside that never was, as it would read now: for whoever sets up what stands around it. */
@Component
public class Example {

    private final OwnWordings own;
    private final Vocabularies vocabularies;

    Example(OwnWordings own, Vocabularies vocabularies) {
        this.own = own;
        this.vocabularies = vocabularies;
    }

    /** @param words in which it speaks @param values what fills it */
    public record Answer(Words words, Map<Blank, String> values, Wording wording) {}

    /** @param house the name that it bears, or "" */
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer in(Language language, String house) {
        var key = new WordingKey(Occasion.ANSWER, language, Audience.OUTSIDE);
        Words words = vocabularies.preview(vocabularies.house().outside(language, java.util.List.of()), Audience.OUTSIDE, language.locale());
        Map<Blank, String> values = MadeUp.values(Occasion.ANSWER, words, house);
        Wording now = Optional.ofNullable(own.now().get(key)).map(Past::wording).orElseGet(() -> Delivered.of(Occasion.ANSWER, language));
        return new Answer(words, values, Wordings.filled(now, Occasion.ANSWER, words, values));
    }
}
