package whom.vocabulary.house;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import whom.access.Actor;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.vocabulary.Audience;
import whom.vocabulary.Fact;
import whom.vocabulary.House.Scope;
import whom.vocabulary.Language;
import whom.vocabulary.grammar.Gendering;

/** Every statement about what the house speaks. */
@Component
class HouseStore {

    record StoredTerm(String vocabulary, Audience audience, Language language, @Nullable Fact fact, String written) {}

    record StoredChoice(Audience audience, Scope scope, String vocabulary) {}

    private static final Sql OWN = Sql.of("select key, began_as, names ->> 'en' as en, names ->> 'de' as de, naming_inside, naming_outside, edition from vocabulary.own");

    private final Rows rows;

    HouseStore(Rows rows) {
        this.rows = rows;
    }

    long edition() {
        return rows.number(Sql.of("select number from vocabulary.edition"));
    }

    List<OwnVocabulary> own() {
        return rows.list(OWN.then("where retired_at is null order by made_at, key"), HouseStore::own);
    }

    Optional<OwnVocabulary> own(String key) {
        return rows.first(OWN.then("where key = ? and retired_at is null", key), HouseStore::own);
    }

    private static OwnVocabulary own(Row row) throws SQLException {
        Map<Language, String> names = new EnumMap<>(Language.class);
        names.put(Language.EN, row.text("en"));
        names.put(Language.DE, row.text("de"));
        return new OwnVocabulary(row.text("key"), row.text("began_as"), names, naming(row.text("naming_inside")), naming(row.text("naming_outside")), row.number("edition"));
    }

    private static Gendering naming(String stored) {
        return Gendering.valueOf(stored.toUpperCase(Locale.ROOT));
    }

    List<StoredTerm> terms() {
        return rows.list(Sql.of("""
                select t.vocabulary_key, t.audience, t.language, t.fact, t.written
                from vocabulary.term t join vocabulary.own o on o.key = t.vocabulary_key where o.retired_at is null"""), row ->
                new StoredTerm(row.text("vocabulary_key"), audience(row.text("audience")), language(row.text("language")), Fact.ofKey(row.text("fact")), row.text("written")));
    }

    List<StoredChoice> spoken() {
        return rows.list(Sql.of("select audience, language, unit_id, vocabulary_key from vocabulary.spoken where until = 'infinity' order by id"), row -> {
            String language = row.maybeText("language");
            return new StoredChoice(audience(row.text("audience")), new Scope(row.maybeId("unit_id"), language == null ? null : language(language)), row.text("vocabulary_key"));
        });
    }

    private static Audience audience(String stored) {
        return Audience.valueOf(stored.toUpperCase(Locale.ROOT));
    }

    private static Language language(String stored) {
        return Language.valueOf(stored.toUpperCase(Locale.ROOT));
    }

    boolean taken(String key) {
        return rows.is(Sql.of("select exists (select from vocabulary.own where key = ?)", key));
    }

    void insert(OwnVocabulary made) {
        rows.change(Sql.of("""
                insert into vocabulary.own (key, began_as, names, naming_inside, naming_outside, made_by, changed_by)
                values (?, ?, jsonb_build_object('en', ?::text, 'de', ?::text), ?, ?, ?, ?)""",
                made.key(), made.beganAs(), made.names().get(Language.EN), made.names().get(Language.DE), made.inside(), made.outside(), Actor.id(), Actor.id()));
    }

    void put(String vocabulary, Audience audience, Language language, Map<Fact, String> terms) {
        rows.change(Sql.of("""
                insert into vocabulary.term (vocabulary_key, audience, language, fact, written)
                select ?, ?, ?, t.fact, t.written from unnest(?::text[], ?::text[]) as t (fact, written)
                on conflict (vocabulary_key, audience, language, fact) do update set written = excluded.written""",
                vocabulary, audience, language.tag(), terms.keySet().stream().map(Fact::key).toList(), List.copyOf(terms.values())));
    }

    boolean administers() {
        return rows.is(Sql.of("select access.has_role('administrator')"));
    }

    /** False when somebody changed it since {@code edition}. */
    boolean touch(String vocabulary, int edition) {
        return rows.change(Sql.of("update vocabulary.own set edition = edition + 1, changed_at = now(), changed_by = ? where key = ? and edition = ? and retired_at is null",
                Actor.id(), vocabulary, edition)) == 1;
    }

    void rename(String vocabulary, Map<Language, String> names) {
        rows.change(Sql.of("update vocabulary.own set names = jsonb_build_object('en', ?::text, 'de', ?::text) where key = ?",
                names.get(Language.EN), names.get(Language.DE), vocabulary));
    }

    void naming(String vocabulary, Audience audience, Gendering gendering) {
        Sql column = Sql.of(audience == Audience.INSIDE ? "naming_inside = ?" : "naming_outside = ?", gendering);
        rows.change(Sql.of("update vocabulary.own set").then(column).then("where key = ?", vocabulary));
    }

    boolean retire(String vocabulary) {
        return rows.change(Sql.of("update vocabulary.own set retired_at = now(), retired_by = ? where key = ? and retired_at is null", Actor.id(), vocabulary)) == 1;
    }

    boolean bringBack(String vocabulary) {
        return rows.change(Sql.of("update vocabulary.own set retired_at = null, retired_by = null where key = ? and retired_at is not null", vocabulary)) == 1;
    }

    /** Ends what is spoken there and, unless {@code vocabulary} is null, begins another. */
    void speak(Audience audience, Scope scope, @Nullable String vocabulary) {
        String language = scope.language() == null ? null : scope.language().tag();
        rows.change(Sql.of("""
                update vocabulary.spoken set until = now(), ended_by = ?
                where audience = ? and language is not distinct from ?::text and unit_id is not distinct from ?::bigint and until = 'infinity'""",
                Actor.id(), audience, language, scope.unit()));
        if (vocabulary != null) {
            rows.change(Sql.of("insert into vocabulary.spoken (audience, language, unit_id, vocabulary_key, chosen_by) values (?, ?, ?::bigint, ?, ?)",
                    audience, language, scope.unit(), vocabulary, Actor.id()));
        }
    }

    /** Tells the other nodes, and the log: keys and ids only. */
    void changed(String verb, String vocabulary, Audience audience, Scope scope) {
        rows.change(Sql.of("update vocabulary.edition set number = number + 1"));
        rows.change(Sql.of("""
                insert into log.event (account_id, verb, subject, subject_id, data)
                values (?, ?, 'house', 0, jsonb_strip_nulls(jsonb_build_object('vocabulary', ?::text, 'audience', ?::text, 'language', ?::text, 'unit', ?::bigint)))""",
                Actor.id(), verb, vocabulary, audience, scope.language() == null ? null : scope.language().tag(), scope.unit()));
    }
}
