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

    /** What was agreed with everybody. */
    private static final List<String> PROMISED = List.of("workplace", "wifi", "remote-access", "telephony", "erp", "payroll", "crm", "data-platform", "badges");

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
        promises();
        roles();
    }

    /** Office hours for most, around the clock for the clinic; four clocks each, warnings, and one published exception. */
    private void promises() throws SQLException {
        try (var pattern = new Batch(connection, "calendars.pattern", "calendar_id, valid_from::date, week::jsonb, holidays::text[], recorded_at");
             var calendar = new Batch(connection, "calendars.calendar", "id, key, name::jsonb, zone")) {
            calendar.add(1L, "office-hours", name("Office hours", "Bürozeiten"), "Europe/Berlin");
            calendar.add(2L, "always", name("Around the clock", "Rund um die Uhr"), "Europe/Berlin");
            pattern.add(1L, "-infinity", "{\"mon\": \"08:00-18:00\", \"tue\": \"08:00-18:00\", \"wed\": \"08:00-18:00\", \"thu\": \"08:00-18:00\", \"fri\": \"08:00-16:00\"}", "{de}", at(began));
            pattern.add(2L, "-infinity", "{\"mon\": \"00:00-24:00\", \"tue\": \"00:00-24:00\", \"wed\": \"00:00-24:00\", \"thu\": \"00:00-24:00\", \"fri\": \"00:00-24:00\", \"sat\": \"00:00-24:00\", \"sun\": \"00:00-24:00\"}", "{}", at(began));
        }
        try (var hours = new Batch(connection, "calendars.hours_of", "unit_id, calendar_id, valid_from")) {
            hours.add(of.units.get("clinic"), 2L, began);
        }
        try (var shift = new Batch(connection, "calendars.shift", "team_id, person_id, zone, week::jsonb, valid_from")) {
            shift.add(of.teams.get("network-team"), of.person("kim").id(), "Europe/Berlin", "{\"mon\": \"08:00-13:00\", \"tue\": \"08:00-13:00\", \"wed\": \"08:00-18:00\"}", began);
            shift.add(of.teams.get("desk"), of.person("rosa").id(), "Europe/Berlin", "{\"mon\": \"08:00-18:00\", \"wed\": \"08:00-18:00\", \"fri\": \"08:00-16:00\"}", began);
        }
        try (var level = new Batch(connection, "agreements.level", "version_id, minutes, whom");
             var target = new Batch(connection, "agreements.target", "version_id, clock, minutes, hours, priority::smallint, kind");
             var version = new Batch(connection, "agreements.version", "id, agreement_id, valid_from, calendar_id, recorded_at");
             var agreement = new Batch(connection, "agreements.agreement", "id, key, name::jsonb, service_id, scope_unit_id, created_at, kind, team_id, asker_id, supplier_id")) {
            long id = 1;
            for (String service : PROMISED) {
                promise(agreement, version, target, level, id++, service, null, 1L);
            }
            promise(agreement, version, target, level, id++, "payroll", "finance", 1L);
            promise(agreement, version, target, level, id++, "clinic-portal", "clinic", 2L);
            behind(agreement, version, target, level, id);
        }
        try (var exception = new Batch(connection, "agreements.exception", "agreement_id, function, unit_id, reason, grantor, from_day, until_day")) {
            exception.add(1L + PROMISED.indexOf("payroll"), "Pay run", of.units.get("payroll-office"), "Wages must be paid on the last working day of the month.", "Viktor Lindqvist", today.minusMonths(2), today.plusMonths(4));
        }
    }

    /** What stands behind it: the network team answers its colleagues within two hours, the telephone company repairs within two days. */
    private void behind(Batch agreement, Batch version, Batch target, Batch level, long id) throws SQLException {
        agreement.add(id, "network-team", name("Network team for colleagues", "Netzteam für Kollegen"), null, null, at(began), "team", of.teams.get("network-team"), null, null);
        version.add(id, id, began, 1L, at(began));
        target.add(id, "first_response", 120, "provider", null, null);
        target.add(id, "solution", 960, "provider", null, null);
        level.add(id, -30, "on_duty");
        agreement.add(id + 1, "telephone-lines", name("Telephone lines", "Telefonleitungen"), of.services.get("telephony"), null, at(began), "supplier", null, null, of.units.get("nordwind"));
        version.add(id + 1, id + 1, began, 2L, at(began));
        target.add(id + 1, "solution", 2_880, "provider", null, null);
        level.add(id + 1, 0, "assignee");
    }

    private void promise(Batch agreement, Batch version, Batch target, Batch level, long id, String service, @Nullable String unit, long calendar) throws SQLException {
        var named = DemoOrganisation.SERVICES.stream().filter(s -> s.key().equals(service)).findFirst().orElseThrow();
        var whom = DemoOrganisation.UNITS.stream().filter(u -> u.key().equals(unit)).findFirst();
        agreement.add(id, service + (unit == null ? "" : "-" + unit), name(named.en() + whom.map(u -> " for " + u.en()).orElse(""), named.de() + whom.map(u -> " für " + u.de()).orElse("")),
                of.services.get(service), unit == null ? null : of.units.get(unit), at(began), "customer", null, null, null);
        version.add(id, id, began, calendar, at(began));
        target.add(id, "first_response", 120, "provider", null, null);
        target.add(id, "first_response", 30, "provider", 1, null);
        target.add(id, "first_response", 60, "provider", null, "complaint");
        target.add(id, "next_response", 480, "provider", null, null);
        target.add(id, "regular_update", 2400, "provider", null, null);
        target.add(id, "solution", unit == null ? 1_800 : 1_200, calendar == 2 ? "served" : "provider", null, null);
        target.add(id, "solution", 480, "provider", 2, null);
        target.add(id, "solution", 240, "provider", 1, null);
        level.add(id, -60, "assignee");
        level.add(id, 0, "on_duty");
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
                account.add(p.id(), p.key(), p.named() ? passwordHash : null, p.language(), "Europe/Berlin", inside, "{" + realm + "}");
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
            for (String service : PROMISED) {
                agreement.add(key("sla"), of.services.get(service), "everybody", null, of.person("viktor").id(), began, at(began));
            }
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
