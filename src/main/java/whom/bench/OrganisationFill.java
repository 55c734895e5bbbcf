package whom.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import java.util.function.Consumer;
import whom.database.TableCopy;

/** A house of 100,000 people: units in a tree, teams of agents, services, and who uses and pays for what. */
final class OrganisationFill {

    private static final String[] TABLES = {"access.account", "people.person", "people.address", "people.unit", "people.placement", "people.membership", "people.office",
            "services.service", "standings.entitlement", "standings.funding", "standings.agreement"};
    static final String LONG_AGO = "2023-01-01";

    private final Connection owner;
    private final Size size;
    private final Random random = new Random(11);

    OrganisationFill(Connection owner, Size size) {
        this.owner = owner;
        this.size = size;
    }

    void fill(Consumer<String> progress) throws SQLException {
        progress.accept("people, units, services and their facts");
        var bare = Bare.of(owner, TABLES);
        units();
        people();
        services();
        standings();
        bare.dress(progress);
        teams();
    }

    private void units() throws SQLException {
        run("insert into access.realm values (1)");
        try (var rows = new TableCopy(owner, "people.unit", "id, key, kind, name")) {
            for (int u = 1; u <= size.units(); u++) {
                rows.row(u, "u" + u, u == 1 ? "company" : "department", "{\"en\": \"Unit " + u + "\", \"de\": \"Einheit " + u + "\"}");
            }
        }
        try (var rows = new TableCopy(owner, "people.placement", "key, unit_id, parent_id, valid_from")) {
            for (int u = 1; u <= size.units(); u++) {
                rows.row("place" + u, u, u == 1 ? null : (u - 2) / 10 + 1, LONG_AGO);
            }
        }
    }

    private void people() throws SQLException {
        long last = size.served();
        try (var rows = new TableCopy(owner, "access.account", "id, key, realms")) {
            for (long p = 1; p <= last; p++) {
                rows.row(p, "p" + p, "{1}");
            }
        }
        try (var rows = new TableCopy(owner, "people.person", "id, key, name, place, realm_id")) {
            for (long p = 1; p <= last; p++) {
                rows.row(p, "p" + p, "Person " + Long.toString(p * 7_919, 36) + " Benchmark", "Room " + p % 900, 1);
            }
        }
        try (var rows = new TableCopy(owner, "people.address", "person_id, address, confirmed_at, since")) {
            for (long p = 1; p <= last; p++) {
                rows.row(p, "p" + p + "@bench.example", LONG_AGO, LONG_AGO);
            }
        }
        try (var rows = new TableCopy(owner, "people.membership", "key, unit_id, person_id, is_primary, valid_from")) {
            for (long p = 1; p <= last; p++) {
                rows.row("member" + p, 2 + random.nextInt(size.units() - 1), p, true, LONG_AGO);
            }
        }
        try (var rows = new TableCopy(owner, "people.office", "key, kind, unit_id, person_id, valid_from")) {
            for (int u = 1; u <= size.units(); u++) {
                rows.row("head" + u, u % 10 == 0 ? "budget_holder" : "head", u, 1 + random.nextInt(size.people()), LONG_AGO);
            }
        }
    }

    private void services() throws SQLException {
        try (var rows = new TableCopy(owner, "people.team", "id, key, name, created_at")) {
            for (int t = 1; t <= size.teams(); t++) {
                rows.row(t, "t" + t, "{\"en\": \"Team " + t + "\"}", LONG_AGO);
            }
        }
        try (var rows = new TableCopy(owner, "services.service", "id, key, name, provider_id, team_id, created_at")) {
            for (int s = 1; s <= size.services(); s++) {
                rows.row(s, "s" + s, "{\"en\": \"Service " + s + "\", \"de\": \"Dienst " + s + "\"}", 2, team(s), LONG_AGO);
            }
        }
    }

    /** The team that looks after a service. */
    int team(int service) {
        return service % size.teams() + 1;
    }

    private void standings() throws SQLException {
        try (var rows = new TableCopy(owner, "standings.entitlement", "key, service_id, scope, scope_unit_id, valid_from")) {
            for (int s = 1; s <= size.services(); s++) {
                rows.row("ent" + s, s, s % 2 == 0 ? "everybody" : "unit", s % 2 == 0 ? null : 1 + s % 12, LONG_AGO);
            }
        }
        try (var rows = new TableCopy(owner, "standings.funding", "key, service_id, kind, payer_unit_id, share, scope, scope_unit_id, valid_from")) {
            for (int f = 1; f <= size.fundings(); f++) {
                int unit = 2 + random.nextInt(size.units() - 1);
                rows.row("fund" + f, f % size.services() + 1, "unit", unit, 100, "unit", unit, LONG_AGO);
            }
        }
        try (var rows = new TableCopy(owner, "standings.agreement", "key, service_id, signatory_id, scope, scope_unit_id, valid_from")) {
            for (int s = 1; s <= size.services(); s++) {
                rows.row("agr" + s, s, 1 + random.nextInt(size.people()), "unit", 2 + s % 12, LONG_AGO);
            }
        }
    }

    /** Five agents a team; those who are asked as have two teams, all, and none. */
    private void teams() throws SQLException {
        try (var rows = new TableCopy(owner, "people.team_member", "team_id, person_id, since, recorded_at, agreed_at")) {
            for (int a = 1; a <= size.agents(); a++) {
                rows.row(a % size.teams() + 1, a, LONG_AGO, LONG_AGO, LONG_AGO);
            }
            for (int t = 1; t <= size.teams(); t++) {
                rows.row(t, size.all(), LONG_AGO, LONG_AGO, LONG_AGO);
                if (t <= size.teams() / 20) {
                    rows.row(t, size.some(), LONG_AGO, LONG_AGO, LONG_AGO);
                }
            }
        }
        run("insert into access.role_grant (account_id, role) values (" + size.all() + ", 'keeper_of_facts')");
        for (String table : new String[] {"access.account", "people.unit", "people.team", "services.service"}) {
            run("select setval(pg_get_serial_sequence('" + table + "', 'id'), (select max(id) from " + table + "))");
        }
        run("vacuum (analyze) people.team, people.team_member, access.account, access.reader_key, access.realm, access.role_grant");
    }

    private void run(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
