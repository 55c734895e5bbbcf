package whom.standings;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.standings.facts.Fact;
import whom.standings.facts.Output;
import whom.standings.facts.Party;
import whom.standings.facts.Placement;
import whom.standings.facts.Scope;
import whom.standings.facts.Scoped;
import whom.vocabulary.Words;

/** Names for what a slice speaks of, in the reader's language, as far as the reader may see them. */
@Component
class Names {

    /** How many are offered when a name is many people's. */
    static final int MOST = 20;

    private record Name(String key, String name) {}

    private final Rows rows;

    Names(Rows rows) {
        this.rows = rows;
    }

    Named of(Slice slice, Words words) {
        var units = new TreeSet<String>();
        var people = new TreeSet<>(slice.facts().people());
        var outputs = new TreeSet<String>();
        slice.all().forEach(fact -> gather(fact, units, people, outputs));
        String language = words.language().tag();
        return new Named(
                map(units, keys -> Sql.of("select key, coalesce(name ->> ?, name ->> 'en', key) as name from people.unit where key = any (?)", language, keys)),
                map(slice.facts().services(), keys -> Sql.of("select key, coalesce(name ->> ?, name ->> 'en', key) as name from services.service where key = any (?)", language, keys)),
                map(people, keys -> Sql.of("select key, coalesce(nullif(called, ''), name) as name from people.person where key = any (?)", keys)),
                map(outputs, keys -> Sql.of("select key, coalesce(name ->> ?, name ->> 'en', key) as name from services.output where key = any (?)", language, keys)),
                new Named.Unseen(words.say("standings.discreet"), words.say("standings.discreet.service"), words.say("standings.discreet.person")));
    }

    /** People by key, or else by a part of the name, among those whom the one who asks may see; one more than are shown. */
    @Transactional(readOnly = true)
    public List<WhoPage.Found> find(String typed) {
        List<WhoPage.Found> exactly = person(typed).stream().toList();
        String pattern = "%" + typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return !exactly.isEmpty() ? exactly
                : rows.list(Sql.of("select key, name from people.person where name ilike ? and erased_at is null order by name, key limit ?", pattern, MOST + 1), Names::found);
    }

    @Transactional(readOnly = true)
    public Optional<WhoPage.Found> person(String key) {
        return rows.first(Sql.of("select key, name from people.person where key = ? and erased_at is null", key), Names::found);
    }

    private static WhoPage.Found found(Row row) throws SQLException {
        return new WhoPage.Found(row.text("key"), row.text("name"));
    }

    private static void gather(Fact fact, TreeSet<String> units, TreeSet<String> people, TreeSet<String> outputs) {
        switch (fact) {
            case Placement p -> units.add(p.unit());
            case whom.standings.facts.Membership m -> units.add(m.unit());
            case whom.standings.facts.Office o -> units.add(o.unit());
            case whom.standings.facts.Brokerage b -> units.add(b.broker());
            case whom.standings.facts.Funding f -> gather(f.payer(), units, people);
            case whom.standings.facts.Oversight o -> gather(o.holder(), units, people);
            case Output o -> outputs.add(o.id());
            default -> {} // names nobody else
        }
        if (fact instanceof Scoped scoped) {
            switch (scoped.scope()) {
                case Scope.OfUnit(String unit) -> units.add(unit);
                case Scope.OfProject(String project) -> units.add(project);
                case Scope.OfPerson(String person) -> people.add(person);
                case Scope.Everybody _ -> {}
            }
        }
    }

    private static void gather(Party party, TreeSet<String> units, TreeSet<String> people) {
        switch (party) {
            case Party.OfUnit(String unit) -> units.add(unit);
            case Party.OfPerson(String person) -> people.add(person);
        }
    }

    private Map<String, String> map(Collection<String> keys, Function<List<String>, Sql> sql) {
        return keys.isEmpty() ? Map.of()
                : rows.list(sql.apply(List.copyOf(keys)), row -> new Name(row.text("key"), row.text("name"))).stream().collect(Collectors.toMap(Name::key, Name::name));
    }
}
