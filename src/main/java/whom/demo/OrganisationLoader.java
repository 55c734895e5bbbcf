package whom.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts people, units, services and the facts about them into an empty database. */
final class OrganisationLoader {

    private final Connection connection;
    private final DemoOrganisation of;
    private final LocalDate today;
    private final LocalDate began;
    private final LocalDate reorganised;
    private int facts;

    OrganisationLoader(Connection connection, DemoOrganisation of, LocalDate today) {
        this.connection = connection;
        this.of = of;
        this.today = today;
        this.began = today.minusYears(2);
        this.reorganised = today.minusMonths(11).withDayOfMonth(1);
    }

    void load(String passwordHash) throws SQLException {
        units();
        people(passwordHash);
        memberships();
        offices();
        teams();
        services();
        standings();
        roles();
    }

    private void units() throws SQLException {
        try (var unit = new Batch(connection, "people.unit", "id, key, kind, name::jsonb, created_at"); var realm = new Batch(connection, "access.realm", "id")) {
            for (var u : DemoOrganisation.UNITS) {
                unit.add(of.units.get(u.key()), u.key(), u.kind(), name(u.en(), u.de()), at(began));
                if (u.parent().isEmpty()) {
                    realm.add(of.units.get(u.key()));
                }
            }
        }
        try (var placement = new Batch(connection, "people.placement", "key, unit_id, parent_id, valid_from, valid_to, recorded_at, reason")) {
            for (var u : DemoOrganisation.UNITS) {
                boolean moved = u.key().equals("care");
                placement.add(key("place"), of.units.get(u.key()), of.units.get(u.parent()), began, moved ? reorganised : null, at(began), "");
                if (moved) {
                    placement.add(key("place"), of.units.get(u.key()), of.units.get("operations"), reorganised, null, at(reorganised), "reorganisation");
                }
            }
        }
    }

    private void people(String passwordHash) throws SQLException {
        // the last one named is sent first
        try (var address = new Batch(connection, "people.address", "person_id, address, confirmed_at, since");
             var person = new Batch(connection, "people.person", "id, key, name, called, place, realm_id, created_at");
             var account = new Batch(connection, "access.account", "id, key, password, language, time_zone, inside, realms::bigint[]")) {
            for (DemoPerson p : of.people) {
                boolean inside = of.realm(p.unit()).equals("lindqvist") && List.of("it", "service-desk", "networks", "applications", "data").contains(p.unit());
                long realm = of.units.get(of.realm(p.unit()));
                account.add(p.id(), p.key(), p.signsIn().isEmpty() ? null : passwordHash, p.language(), "Europe/Berlin", inside, "{" + realm + "}");
                person.add(p.id(), p.key(), p.name(), "", "", realm, at(began));
                address.add(p.id(), p.address("lindqvist.example"), at(began), at(began));
            }
        }
    }

    private void memberships() throws SQLException {
        try (var membership = new Batch(connection, "people.membership", "key, unit_id, person_id, is_primary, valid_from, valid_to, recorded_at, reason")) {
            for (DemoPerson p : of.people) {
                boolean joinedLate = p.id() % 11 == 0;
                membership.add(key("member"), of.units.get(p.unit()), p.id(), true, joinedLate ? reorganised : began, null, at(began), "");
            }
            for (String who : List.of("petra", "jonas", "ada")) {
                membership.add(key("member"), of.units.get("atlas"), of.person(who).id(), false, reorganised, null, at(reorganised), "");
            }
            for (String who : List.of("viktor", "otto", "mona")) {
                membership.add(key("member"), of.units.get("it-board"), of.person(who).id(), false, began, null, at(began), "");
            }
        }
    }

    private void offices() throws SQLException {
        try (var office = new Batch(connection, "people.office", "key, kind, unit_id, person_id, valid_from, recorded_at")) {
            for (String[] o : List.of(new String[] {"head", "controlling", "mona"}, new String[] {"budget_holder", "finance", "otto"}, new String[] {"head", "lindqvist", "viktor"},
                    new String[] {"budget_holder", "lindqvist", "viktor"}, new String[] {"head", "nordwind", "bruno"}, new String[] {"head", "sales", "petra"},
                    new String[] {"budget_holder", "people", "clara"}, new String[] {"budget_holder", "clinic", "helene"}, new String[] {"budget_holder", "atlas", "petra"})) {
                office.add(key("office"), o[0], of.units.get(o[1]), of.person(o[2]).id(), began, at(began));
            }
        }
    }

    private void teams() throws SQLException {
        try (var member = new Batch(connection, "people.team_member", "team_id, person_id, since, recorded_at");
             var team = new Batch(connection, "people.team", "id, key, name::jsonb, desk, created_at")) {
            for (var t : DemoOrganisation.TEAMS) {
                team.add(of.teams.get(t.key()), t.key(), name(t.en(), t.de()), t.desk(), at(began));
            }
            for (var t : DemoOrganisation.TEAMS) {
                for (DemoPerson agent : DemoTicket.agents(t.key(), of)) {
                    member.add(of.teams.get(t.key()), agent.id(), at(began), at(began));
                }
            }
        }
    }

    private void services() throws SQLException {
        try (var service = new Batch(connection, "services.service", "id, key, parent_id, name::jsonb, provider_id, team_id, discreet, created_at")) {
            for (var s : DemoOrganisation.SERVICES) {
                service.add(of.services.get(s.key()), s.key(), of.services.get(s.parent()), name(s.en(), s.de()), of.units.get("it"), of.teams.get(s.team()), s.discreet(), at(began));
            }
        }
        try (var output = new Batch(connection, "services.output", "id, key, service_id, name::jsonb, meant")) {
            output.add(1L, "monthly-report", of.services.get("erp"), name("Monthly report of the ledger", "Monatsbericht des Hauptbuchs"), true);
            output.add(2L, "status-page", of.services.get("workplace"), name("Status page", "Statusseite"), false);
        }
    }

    private void standings() throws SQLException {
        try (var entitlement = new Batch(connection, "standings.entitlement", "key, service_id, scope, scope_unit_id, valid_from, recorded_at")) {
            for (var s : DemoOrganisation.SERVICES) {
                String unit = s.key().equals("clinic-portal") ? "clinic" : "lindqvist";
                entitlement.add(key("ent"), of.services.get(s.key()), "unit", of.units.get(unit), began, at(began));
            }
        }
        fundings();
        try (var agreement = new Batch(connection, "standings.agreement", "key, service_id, scope, scope_unit_id, signatory_id, valid_from, recorded_at")) {
            agreement.add(key("sla"), of.services.get("payroll"), "unit", of.units.get("finance"), of.person("clara").id(), began, at(began));
            agreement.add(key("sla"), of.services.get("workplace"), "everybody", null, of.person("viktor").id(), began, at(began));
            agreement.add(key("sla"), of.services.get("clinic-portal"), "unit", of.units.get("clinic"), of.person("helene").id(), began, at(began));
        }
        try (var oversight = new Batch(connection, "standings.oversight", "key, service_id, holder_unit_id, valid_from, recorded_at")) {
            oversight.add(key("over"), null, of.units.get("it-board"), began, at(began));
        }
        try (var brokerage = new Batch(connection, "standings.brokerage", "key, service_id, broker_id, scope, scope_unit_id, valid_from, recorded_at")) {
            brokerage.add(key("broker"), of.services.get("telephony"), of.units.get("nordwind"), "unit", of.units.get("lindqvist"), began, at(began));
        }
        try (var initiative = new Batch(connection, "standings.initiative", "key, name, valid_from, recorded_at");
             var service = new Batch(connection, "standings.initiative_service", "key, initiative_key, service_id, valid_from, recorded_at");
             var member = new Batch(connection, "standings.initiative_member", "key, initiative_key, person_id, side, valid_from, recorded_at")) {
            initiative.add("atlas-initiative", "Atlas: charts that learn", reorganised, at(reorganised));
            service.add(key("ini"), "atlas-initiative", of.services.get("data-platform"), reorganised, at(reorganised));
            member.add(key("ini"), "atlas-initiative", of.person("petra").id(), "business", reorganised, at(reorganised));
            member.add(key("ini"), "atlas-initiative", of.person("jonas").id(), "it", reorganised, at(reorganised));
        }
        try (var observation = new Batch(connection, "standings.observation", "key, output_id, person_id, origin, valid_from, recorded_at")) {
            observation.add(key("obs"), 1L, of.person("olga").id(), "discovered", reorganised, at(reorganised));
        }
    }

    /** Most by allocation; payroll 60 to 40, another split before the reorganisation; one by project, one directly, one brokered. */
    private void fundings() throws SQLException {
        try (var funding = new Batch(connection, "standings.funding", "key, service_id, scope, scope_unit_id, kind, payer_unit_id, share::numeric, valid_from, valid_to, recorded_at")) {
            for (var s : DemoOrganisation.SERVICES) {
                if (!List.of("payroll", "data-platform", "clinic-portal", "telephony").contains(s.key()) && s.parent().isEmpty()) {
                    fund(funding, s.key(), "everybody", null, "allocation", "lindqvist", "100", began, null);
                }
            }
            fund(funding, "payroll", "everybody", null, "unit", "finance", "50", began, reorganised);
            fund(funding, "payroll", "everybody", null, "unit", "people", "50", began, reorganised);
            fund(funding, "payroll", "everybody", null, "unit", "finance", "60", reorganised, null);
            fund(funding, "payroll", "everybody", null, "unit", "people", "40", reorganised, null);
            fund(funding, "data-platform", "project", "atlas", "project", "atlas", "100", reorganised, null);
            fund(funding, "data-platform", "everybody", null, "allocation", "lindqvist", "100", began, null);
            fund(funding, "clinic-portal", "unit", "clinic", "direct", "clinic", "100", began, null);
            fund(funding, "telephony", "everybody", null, "brokered", "nordwind", "100", began, null);
        }
    }

    private void fund(Batch funding, String service, String scope, @Nullable String scopeUnit, String kind, String payer, String share, LocalDate from, @Nullable LocalDate to) throws SQLException {
        funding.add(key("fund"), of.services.get(service), scope, scopeUnit == null ? null : of.units.get(scopeUnit), kind, of.units.get(payer), share, from, to, at(from));
    }

    private void roles() throws SQLException {
        try (var role = new Batch(connection, "access.role_grant", "account_id, role, about_id, since")) {
            role.add(of.person("alex").id(), "administrator", null, at(began));
            role.add(of.person("karin").id(), "keeper_of_facts", null, at(began));
            role.add(of.person("selma").id(), "seal_keeper", null, at(began));
            role.add(of.person("dora").id(), "data_protection", null, at(began));
            role.add(of.person("jonas").id(), "service_owner", of.services.get("erp"), at(began));
        }
    }

    private String key(String kind) {
        return kind + "-" + ++facts;
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String name(String en, String de) {
        return "{\"en\": \"%s\", \"de\": \"%s\"}".formatted(en, de);
    }
}
