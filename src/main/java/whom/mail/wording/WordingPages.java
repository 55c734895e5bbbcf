package whom.mail.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.vocabulary.Audience;
import whom.vocabulary.Vocabularies;
import whom.vocabulary.Vocabulary;
import whom.vocabulary.Words;
import whom.web.Choice;

/** Makes the pages of texts of mails. */
@Component
class WordingPages {

    private final OwnWordings own;
    private final Vocabularies vocabularies;
    private final Rows rows;

    WordingPages(OwnWordings own, Vocabularies vocabularies, Rows rows) {
        this.own = own;
        this.vocabularies = vocabularies;
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    public WordingsPage all() {
        Map<WordingKey, Past> now = own.now();
        List<WordingsPage.Row> all = new ArrayList<>();
        for (Occasion occasion : Occasion.values()) {
            all.add(new WordingsPage.Row(occasion.key(), cells(occasion, Audience.OUTSIDE, now), cells(occasion, Audience.INSIDE, now)));
        }
        return new WordingsPage(all);
    }

    private static List<WordingsPage.Cell> cells(Occasion occasion, Audience audience, Map<WordingKey, Past> now) {
        return WordingKey.all().stream().filter(key -> key.occasion() == occasion && key.audience() == audience).map(key -> {
            Past past = now.get(key);
            return past == null || past.wording() == null ? new WordingsPage.Cell(key.key(), key.language().tag(), null, "") : new WordingsPage.Cell(key.key(), key.language().tag(), past.at(), past.by());
        }).toList();
    }

    /** @param typed what is being written; what is not there is as it holds now @param from an earlier edition to start from; 0: the delivered text */
    @Transactional(readOnly = true)
    public WordingPage page(WordingKey key, Map<String, String> typed, Optional<Integer> from, Words reader) {
        List<Past> history = own.history(key);
        Wording delivered = Delivered.of(key.occasion(), key.language());
        Past last = history.isEmpty() ? null : history.getFirst();
        Wording current = last == null || last.wording() == null ? delivered : last.wording();
        Wording start = from.map(edition -> history.stream().filter(past -> past.edition() == edition).findFirst().map(Past::wording).orElse(delivered)).orElse(current);
        Wording shown = new Wording(typed.getOrDefault("subject", start.subject()), typed.getOrDefault("text", start.text()), typed.getOrDefault("foot", start.foot()));
        Vocabulary vocabulary = vocabulary(key, typed.getOrDefault("vocabulary", ""));
        return new WordingPage(key.key(), key.occasion().key(), key.language().tag(), key.audience().key(), last == null ? 0 : last.edition(), current != delivered, shown,
                key.occasion().blanks().stream().map(blank -> new WordingPage.Hole(blank.key(), blank.written(), key.occasion().requires(blank), key.occasion().inSubject().contains(blank))).toList(),
                history.stream().map(past -> new WordingPage.Edition(past.edition(), past.wording(), past.at(), past.by())).toList(),
                choices(key).stream().map(each -> new Choice(each.key(), each.name(reader.locale()))).toList(), vocabulary.key(), reads(key, shown, vocabulary, reader));
    }

    private WordingPage.Reads reads(WordingKey key, Wording typed, Vocabulary vocabulary, Words reader) {
        Words words = vocabularies.preview(vocabulary, key.audience(), key.language().locale());
        Map<Blank, String> values = MadeUp.values(key.occasion(), words, houseName());
        Wording filled = Wordings.filled(typed, key.occasion(), words, values);
        String house = values.getOrDefault(Blank.FROM, "");
        String from = key.occasion() == Occasion.ANSWER ? values.get(Blank.SENDER) + " (" + house + ")" : house;
        return new WordingPage.Reads(from, MadeUp.subject(key.occasion(), filled), filled.text(), filled.foot(), key.language().tag(), mistake(key, typed, reader));
    }

    private static String mistake(WordingKey key, Wording typed, Words reader) {
        try {
            SoundWording.of(key.occasion(), Map.of("subject", typed.subject(), "text", typed.text(), "foot", typed.foot()), reader);
            return "";
        } catch (Refused e) {
            return reader.say(e.key(), e.arguments());
        }
    }

    private Vocabulary vocabulary(WordingKey key, String asked) {
        if (asked.isEmpty()) {
            return key.audience() == Audience.INSIDE ? vocabularies.house().inside() : vocabularies.house().outside(key.language(), List.of());
        }
        return choices(key).stream().filter(each -> each.key().equals(asked)).findFirst().orElseThrow(NotFound::new);
    }

    private List<Vocabulary> choices(WordingKey key) {
        return key.audience() == Audience.INSIDE ? vocabularies.forInside() : vocabularies.all();
    }

    private String houseName() {
        return rows.first(Sql.of("select value from mail.settings() where name = 'name'"), row -> row.text("value")).orElse("");
    }
}
