package whom.standings;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
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

    private record Name(String kind, String key, String name) {}

    private final Rows rows;

    Names(Rows rows) {
        this.rows = rows;
    }

    /** One statement, for all that these slices speak of, and further units. */
    Named of(List<Slice> slices, List<String> moreUnits, Words words) {
        var units = new TreeSet<>(moreUnits);
        var services = new TreeSet<String>();
        var people = new TreeSet<String>();
        var outputs = new TreeSet<String>();
        for (Slice slice : slices) {
            services.addAll(slice.facts().services());
            people.addAll(slice.facts().people());
            slice.all().forEach(fact -> gather(fact, units, people, outputs));
        }
        String language = words.language().tag();
        Map<String, Map<String, String>> found = rows.list(Sql.of("""
                select 'unit' as kind, key, coalesce(name ->> ?, name ->> 'en', key) as name from people.unit where key = any (?)
                union all select 'service', key, coalesce(name ->> ?, name ->> 'en', key) from services.service where key = any (?)
                union all select 'person', key, coalesce(nullif(called, ''), name) from people.person where key = any (?)
                union all select 'output', key, coalesce(name ->> ?, name ->> 'en', key) from services.output where key = any (?)
                """, language, List.copyOf(units), language, List.copyOf(services), List.copyOf(people), language, List.copyOf(outputs)),
                row -> new Name(row.text("kind"), row.text("key"), row.text("name"))).stream()
                .collect(Collectors.groupingBy(Name::kind, Collectors.toMap(Name::key, Name::name)));
        return new Named(found.getOrDefault("unit", Map.of()), found.getOrDefault("service", Map.of()), found.getOrDefault("person", Map.of()), found.getOrDefault("output", Map.of()),
                new Named.Unseen(words.say("standings.discreet"), words.say("standings.discreet.service"), words.say("standings.discreet.person")));
    }

    String service(String key, Words words) {
        return rows.one(Sql.of("select coalesce(name ->> ?, name ->> 'en', key) as name from services.service where key = ?", words.language().tag(), key), row -> row.text("name"));
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
            case whom.standings.facts.Membership m -> {
                units.add(m.unit());
                people.add(m.person());
            }
            case whom.standings.facts.Office o -> {
                units.add(o.unit());
                people.add(o.person());
            }
            case whom.standings.facts.Brokerage b -> units.add(b.broker());
            case whom.standings.facts.Funding f -> gather(f.payer(), units, people);
            case whom.standings.facts.Oversight o -> gather(o.holder(), units, people);
            case Output o -> outputs.add(o.id());
            case whom.standings.facts.Agreement a -> people.add(a.signatory());
            case whom.standings.facts.Initiative i -> i.members().forEach(seat -> people.add(seat.of()));
            case whom.standings.facts.Observation o -> people.add(o.person());
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
}
