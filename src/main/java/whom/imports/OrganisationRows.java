package whom.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import whom.database.TableCopy;
import whom.standings.facts.Agreement;
import whom.standings.facts.Brokerage;
import whom.standings.facts.Duty;
import whom.standings.facts.Entitlement;
import whom.standings.facts.Fact;
import whom.standings.facts.Funding;
import whom.standings.facts.Initiative;
import whom.standings.facts.Membership;
import whom.standings.facts.Observation;
import whom.standings.facts.Office;
import whom.standings.facts.Output;
import whom.standings.facts.Oversight;
import whom.standings.facts.Party;
import whom.standings.facts.Period;
import whom.standings.facts.Person;
import whom.standings.facts.Placement;
import whom.standings.facts.Scope;
import whom.standings.facts.Scoped;
import whom.standings.facts.Seat;
import whom.standings.facts.Service;
import whom.standings.facts.Team;
import whom.standings.facts.TicketFact;
import whom.standings.facts.Unit;
import whom.standings.files.Particulars;

/** An organisation's facts as rows of people, services and standings. {@link TicketRows} writes what is about tickets. */
final class OrganisationRows {

    private static final Set<String> TOO_WIDE = Set.of("company", "external");

    private final Connection connection;
    private final ZoneId zone;
    private final List<Fact> facts;
    private final Particulars particulars;
    private final Map<String, Integer> sameKey = new HashMap<>();
    private final Ids people;
    private final Ids units;
    private final Ids services;
    private final Ids outputs;
    private final Ids teams;

    OrganisationRows(Connection connection, ZoneId zone, List<Fact> facts, Particulars particulars) throws SQLException {
        this.connection = connection;
        this.zone = zone;
        this.facts = facts;
        this.particulars = particulars;
        this.people = Ids.of(connection, "access.account", all(Person.class).map(Person::id).toList());
        this.units = Ids.of(connection, "people.unit", all(Unit.class).map(Unit::id).toList());
        this.services = Ids.of(connection, "services.service", all(Service.class).map(Service::id).toList());
        this.outputs = Ids.of(connection, "services.output", all(Output.class).map(Output::id).toList());
        this.teams = Ids.of(connection, "people.team", all(Team.class).map(Team::id).toList());
    }

    private <F extends Fact> Stream<F> all(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** What the database has already by an id of the file, or cannot take; in words, and perhaps nothing. */
    List<String> alreadyThere() throws SQLException {
        var found = new ArrayList<String>();
        there(found, "access.account", all(Person.class).map(Person::id));
        there(found, "people.unit", all(Unit.class).map(Unit::id));
        there(found, "people.team", all(Team.class).map(Team::id));
        there(found, "services.service", all(Service.class).map(Service::id));
        there(found, "services.output", all(Output.class).map(Output::id));
        there(found, "standings.entitlement", all(Entitlement.class).map(Entitlement::id));
        there(found, "standings.funding", all(Funding.class).map(Funding::id));
        there(found, "standings.agreement", all(Agreement.class).map(Agreement::id));
        there(found, "standings.oversight", all(Oversight.class).map(Oversight::id));
        there(found, "standings.brokerage", all(Brokerage.class).map(Brokerage::id));
        there(found, "standings.initiative", all(Initiative.class).map(Initiative::id));
        there(found, "standings.observation", all(Observation.class).map(Observation::id));
        there(found, "people.address", "address", particulars.addresses().values().stream().flatMap(List::stream).map(OrganisationRows::address));
        TicketRows.alreadyThere(connection, facts, found);
        all(Service.class).filter(s -> units.of(particulars.providers().get(s.id())) == null)
                .forEach(s -> found.add(s.id() + " names the unit \"" + particulars.providers().get(s.id()) + "\" as its provider, which is not in the file."));
        return found;
    }

    private void there(List<String> found, String table, Stream<String> keys) throws SQLException {
        there(found, table, "key", keys);
    }

    private void there(List<String> found, String table, String column, Stream<String> keys) throws SQLException {
        there(connection, found, table, column, keys);
    }

    static void there(Connection connection, List<String> found, String table, String column, Stream<String> keys) throws SQLException {
        try (var statement = connection.prepareStatement("select distinct " + column + " from " + table + " where " + column + " = any (?) order by 1 limit 10")) {
            statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1) + " is here already (" + table.substring(table.indexOf('.') + 1).replace('_', ' ') + ").");
                }
            }
        }
    }

    /** Writes everything, and returns what was taken in otherwise than it stands in the file. */
    List<String> write() throws SQLException {
        units();
        people();
        teams();
        services();
        scoped();
        others();
        List<String> remarks = new TicketRows(connection, zone, facts, particulars, people, services, teams).write();
        onRecord();
        learn();
        return remarks;
    }

    /** So that the first questions are planned for what is there now. */
    private void learn() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    analyze access.account, people.person, people.address, people.unit, people.placement, people.membership, people.office, people.team_member,
                      services.service, services.output, standings.entitlement, standings.funding, standings.agreement, standings.oversight, standings.brokerage,
                      standings.initiative_service, standings.initiative_member, standings.observation, standings.asked,
                      conversations.conversation, conversations.reader, tickets.ticket, tickets.on_ticket""");
        }
    }

    private void units() throws SQLException {
        try (var rows = new TableCopy(connection, "people.unit", "id, key, kind, name")) {
            for (Unit unit : list(Unit.class)) {
                rows.row(units.of(unit.id()), unit.id(), unit.kind(), inEnglish(unit.name()));
            }
        }
        try (var rows = new TableCopy(connection, "people.placement", "key, unit_id, parent_id, valid_from, valid_to")) {
            for (Placement p : list(Placement.class)) {
                rows.row(key(p.period(), p.unit()), units.of(p.unit()), units.of(p.parent()), p.period().from(), p.period().to());
            }
        }
    }

    private void people() throws SQLException {
        var organisations = new Organisations(list(Placement.class), list(Membership.class), LocalDate.now(zone));
        Set<String> tops = organisations.tops();
        run("insert into access.realm select unnest(?::bigint[]) on conflict do nothing", tops.stream().map(units::of).toArray());
        Set<String> providers = providers();
        try (var rows = new TableCopy(connection, "access.account", "id, key, kind, inside, realms")) {
            for (Person person : list(Person.class)) {
                List<String> in = organisations.of(person.id());
                rows.row(people.of(person.id()), person.id(), "person", organisations.within(person.id(), providers), realms(in));
            }
        }
        try (var rows = new TableCopy(connection, "people.person", "id, key, name, realm_id")) {
            for (Person person : list(Person.class)) {
                rows.row(people.of(person.id()), person.id(), person.name(), organisations.of(person.id()).stream().findFirst().map(units::of).orElse(0L));
            }
        }
        addresses();
        try (var rows = new TableCopy(connection, "people.membership", "key, unit_id, person_id, is_primary, valid_from, valid_to")) {
            for (Membership m : list(Membership.class)) {
                rows.row(key(m.period(), m.person(), m.unit()), units.of(m.unit()), people.of(m.person()), m.primary(), m.period().from(), m.period().to());
            }
        }
        try (var rows = new TableCopy(connection, "people.office", "key, kind, unit_id, person_id, valid_from, valid_to")) {
            for (Office o : list(Office.class)) {
                String kind = o.duty() == Duty.HEAD ? "head" : "budget_holder";
                rows.row(key(o.period(), kind, o.unit(), o.person()), kind, units.of(o.unit()), people.of(o.person()), o.period().from(), o.period().to());
            }
        }
    }

    /** The units whose people are of the provider: a department or team of IT, never a whole company or somebody outside. */
    private Set<String> providers() {
        Set<String> named = new HashSet<>(particulars.providers().values());
        return all(Unit.class).filter(unit -> named.contains(unit.id()) && !TOO_WIDE.contains(unit.kind())).map(Unit::id).collect(Collectors.toSet());
    }

    private String realms(List<String> tops) {
        return tops.isEmpty() ? "{0}" : tops.stream().map(units::of).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /** The organisation answers for the addresses of its own people, so they count as confirmed. */
    private void addresses() throws SQLException {
        var given = new HashSet<String>();
        String now = java.time.Instant.now().toString();
        try (var rows = new TableCopy(connection, "people.address", "person_id, address, confirmed_at")) {
            for (Person person : list(Person.class)) {
                for (String address : particulars.addresses().getOrDefault(person.id(), List.of())) {
                    if (given.add(address(address))) {
                        rows.row(people.of(person.id()), address(address), now);
                    }
                }
            }
        }
    }

    private static String address(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    private void teams() throws SQLException {
        try (var rows = new TableCopy(connection, "people.team", "id, key, name")) {
            for (Team team : list(Team.class)) {
                rows.row(teams.of(team.id()), team.id(), inEnglish(team.name()));
            }
        }
        // Nothing widens by this (P2): teams and tickets come in together, so members read from the day they joined.
        try (var rows = new TableCopy(connection, "people.team_member", "team_id, person_id, since, until, recorded_at, agreed_at")) {
            for (Team team : list(Team.class)) {
                for (Seat seat : team.members()) {
                    String since = TableCopy.midnight(seat.period().from(), zone);
                    rows.row(teams.of(team.id()), people.of(seat.of()), since, TableCopy.midnight(seat.period().to(), zone), since, since);
                }
            }
        }
    }

    private void services() throws SQLException {
        try (var rows = new TableCopy(connection, "services.service", "id, key, parent_id, name, provider_id")) {
            for (Service service : list(Service.class)) {
                rows.row(services.of(service.id()), service.id(), services.of(service.parent()), inEnglish(service.name()), units.of(particulars.providers().get(service.id())));
            }
        }
        try (var rows = new TableCopy(connection, "services.output", "id, key, service_id, name, meant")) {
            for (Output output : list(Output.class)) {
                rows.row(outputs.of(output.id()), output.id(), services.of(output.service()), inEnglish(output.name()), !particulars.collateral().contains(output.id()));
            }
        }
    }

    private void scoped() throws SQLException {
        try (var rows = scopedTable("standings.entitlement", "")) {
            for (Entitlement e : list(Entitlement.class)) {
                rows.row(scoped(e));
            }
        }
        try (var rows = scopedTable("standings.funding", ", kind, payer_unit_id, payer_person_id, share")) {
            for (Funding f : list(Funding.class)) {
                rows.row(scoped(f, f.kind(), unit(f.payer()), person(f.payer()), f.share().toPlainString()));
            }
        }
        try (var rows = scopedTable("standings.agreement", ", signatory_id")) {
            for (Agreement a : list(Agreement.class)) {
                rows.row(scoped(a, people.of(a.signatory())));
            }
        }
        try (var rows = scopedTable("standings.brokerage", ", broker_id, upstream_key")) {
            for (Brokerage b : list(Brokerage.class)) {
                rows.row(scoped(b, units.of(b.broker()), b.upstream()));
            }
        }
    }

    private TableCopy scopedTable(String table, String more) throws SQLException {
        return new TableCopy(connection, table, "key, service_id, scope, scope_unit_id, scope_person_id, valid_from, valid_to" + more);
    }

    private @Nullable Object[] scoped(Scoped fact, @Nullable Object... more) {
        var values = new ArrayList<@Nullable Object>(7 + more.length);
        values.add(fact.id());
        values.add(services.of(fact.service()));
        switch (fact.scope()) {
            case Scope.Everybody _ -> add(values, "everybody", null, null);
            case Scope.OfUnit(String unit) -> add(values, "unit", units.of(unit), null);
            case Scope.OfProject(String project) -> add(values, "project", units.of(project), null);
            case Scope.OfPerson(String person) -> add(values, "person", null, people.of(person));
        }
        add(values, fact.period().from(), fact.period().to());
        add(values, more);
        return values.toArray();
    }

    private static void add(List<@Nullable Object> values, @Nullable Object... more) {
        for (Object value : more) {
            values.add(value);
        }
    }

    private void others() throws SQLException {
        try (var rows = new TableCopy(connection, "standings.oversight", "key, service_id, holder_unit_id, holder_person_id, valid_from, valid_to")) {
            for (Oversight o : list(Oversight.class)) {
                rows.row(o.id(), services.of(o.service()), unit(o.holder()), person(o.holder()), o.period().from(), o.period().to());
            }
        }
        try (var rows = new TableCopy(connection, "standings.initiative", "key, name, valid_from, valid_to")) {
            for (Initiative i : list(Initiative.class)) {
                rows.row(i.id(), i.name(), i.period().from(), i.period().to());
            }
        }
        try (var rows = new TableCopy(connection, "standings.initiative_service", "key, initiative_key, service_id, valid_from, valid_to")) {
            for (Initiative i : list(Initiative.class)) {
                for (String service : new java.util.LinkedHashSet<>(i.services())) {
                    rows.row(i.id() + "~" + service, i.id(), services.of(service), i.period().from(), i.period().to());
                }
            }
        }
        try (var rows = new TableCopy(connection, "standings.initiative_member", "key, initiative_key, person_id, side, valid_from, valid_to")) {
            for (Initiative i : list(Initiative.class)) {
                for (Seat seat : i.members()) {
                    String side = particulars.ofIt().contains(new Particulars.Member(i.id(), seat.of())) ? "it" : "business";
                    rows.row(key(seat.period(), i.id(), seat.of()), i.id(), people.of(seat.of()), side, seat.period().from(), seat.period().to());
                }
            }
        }
        try (var rows = new TableCopy(connection, "standings.observation", "key, output_id, person_id, origin, valid_from, valid_to")) {
            for (Observation o : list(Observation.class)) {
                String origin = particulars.discovered().contains(o.id()) ? "discovered" : "recorded";
                rows.row(o.id(), outputs.of(o.output()), people.of(o.person()), origin, o.period().from(), o.period().to());
            }
        }
    }

    /** One line for the whole; ids and counts, no words (D9). */
    private void onRecord() throws SQLException {
        Map<String, Long> counts = facts.stream().collect(Collectors.groupingBy(f -> f.getClass().getSimpleName().toLowerCase(Locale.ROOT), java.util.TreeMap::new, Collectors.counting()));
        try (var statement = connection.prepareStatement("insert into log.event (verb, subject, subject_id, data) values ('house.imported', 'house', 0, ?::jsonb)")) {
            statement.setString(1, JsonMapper.shared().writeValueAsString(counts));
            statement.executeUpdate();
        }
    }

    private void run(String sql, Object[] ids) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids));
            statement.executeUpdate();
        }
    }

    /** For facts to which the file gives no id: what they join and when they begin; "ann~finance~2026-01-01". */
    private String key(Period period, String... of) {
        String key = String.join("~", of) + "~" + period.from();
        int n = sameKey.merge(key, 1, Integer::sum);
        return n == 1 ? key : key + "~" + n;
    }

    private <F extends Fact> List<F> list(Class<F> kind) {
        return all(kind).toList();
    }

    private @Nullable Long unit(Party party) {
        return party instanceof Party.OfUnit(String unit) ? units.of(unit) : null;
    }

    private @Nullable Long person(Party party) {
        return party instanceof Party.OfPerson(String person) ? people.of(person) : null;
    }

    private static String inEnglish(String name) {
        return JsonMapper.shared().createObjectNode().put("en", name).toString();
    }
}
