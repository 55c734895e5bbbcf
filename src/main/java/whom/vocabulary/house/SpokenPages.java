package whom.vocabulary.house;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whom.vocabulary.Audience;
import whom.vocabulary.Belonging;
import whom.vocabulary.Fact;
import whom.vocabulary.House.Scope;
import whom.vocabulary.Language;
import whom.vocabulary.Vocabularies;
import whom.vocabulary.Vocabulary;

/** Makes the page of what is spoken. */
record SpokenPages(Vocabularies vocabularies, @Nullable Belonging belonging, Locale locale) {

    SpokenPage page(SpokenPage.@Nullable Undo undo) {
        return new SpokenPage(named(vocabularies.all()), settings(), belonging == null ? null : units(belonging), table(), undo);
    }

    private List<SpokenPage.Setting> settings() {
        List<Named> all = named(vocabularies.all());
        List<Named> distinct = named(vocabularies.forInside());
        List<SpokenPage.Setting> settings = new ArrayList<>();
        settings.add(new SpokenPage.Setting("inside", "", distinct, vocabularies.house().inside().key()));
        settings.add(new SpokenPage.Setting("outside", "", all, vocabularies.house().outside().key()));
        for (Language language : Language.values()) {
            Vocabulary own = vocabularies.house().exceptions().get(new Scope(null, language));
            settings.add(new SpokenPage.Setting("outside", language.tag(), all, own == null ? "" : own.key()));
        }
        return settings;
    }

    private List<SpokenPage.UnitRow> units(Belonging units) {
        List<SpokenPage.UnitRow> rows = new ArrayList<>();
        vocabularies.house().exceptions().forEach((scope, vocabulary) -> {
            Optional<Belonging.Unit> unit = scope.unit() == null ? Optional.empty() : units.unit(scope.unit(), locale);
            unit.ifPresent(u -> rows.add(new SpokenPage.UnitRow(u.key(), u.name(), scope.language() == null ? "" : scope.language().tag(), vocabulary.name(locale))));
        });
        rows.sort((one, other) -> one.name().compareTo(other.name()));
        return rows;
    }

    private List<SpokenPage.FactRow> table() {
        Language language = Language.of(locale);
        return Arrays.stream(Fact.values()).filter(Fact::standing).map(fact -> new SpokenPage.FactRow(fact.key(),
                vocabularies.all().stream().map(vocabulary -> vocabulary.word(Audience.OUTSIDE, language, fact)).toList())).toList();
    }

    private List<Named> named(List<Vocabulary> some) {
        List<Vocabulary> own = vocabularies.house().own();
        return some.stream().map(vocabulary -> new Named(vocabulary.key(), vocabulary.name(locale), own.contains(vocabulary))).toList();
    }
}
