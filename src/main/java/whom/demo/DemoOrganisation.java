package whom.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Lindqvist Marine, which builds ships' instruments, its IT, a clinic that buys from that IT, and a broker between. */
final class DemoOrganisation {

    static final int PEOPLE = 300;

    record Unit(String key, String kind, String en, String de, String parent) {}

    record Service(String key, String parent, String en, String de, String team, boolean discreet) {}

    record Team(String key, String en, String de, boolean desk) {}

    static final List<Unit> UNITS = List.of(
            new Unit("lindqvist", "company", "Lindqvist Marine", "Lindqvist Marine", ""),
            new Unit("operations", "division", "Operations", "Betrieb", "lindqvist"), new Unit("commerce", "division", "Commerce", "Handel", "lindqvist"),
            new Unit("finance", "division", "Finance", "Finanzen", "lindqvist"), new Unit("people", "division", "People", "Personal", "lindqvist"),
            new Unit("research", "division", "Research", "Forschung", "lindqvist"), new Unit("it", "division", "Information technology", "Informationstechnik", "lindqvist"),
            new Unit("assembly", "department", "Assembly", "Montage", "operations"), new Unit("quality", "department", "Quality", "Qualität", "operations"),
            new Unit("logistics", "department", "Logistics", "Logistik", "operations"), new Unit("warehouse", "team", "Warehouse", "Lager", "logistics"),
            new Unit("shipping", "team", "Shipping", "Versand", "logistics"), new Unit("line-1", "team", "Line 1", "Linie 1", "assembly"),
            new Unit("line-2", "team", "Line 2", "Linie 2", "assembly"), new Unit("sales", "department", "Sales", "Verkauf", "commerce"),
            new Unit("sales-north", "team", "Sales North", "Verkauf Nord", "sales"), new Unit("sales-south", "team", "Sales South", "Verkauf Süd", "sales"),
            new Unit("marketing", "department", "Marketing", "Marketing", "commerce"), new Unit("care", "department", "Customer Care", "Kundenpflege", "commerce"),
            new Unit("care-phone", "team", "Care by phone", "Pflege am Telefon", "care"), new Unit("care-field", "team", "Care in the field", "Pflege vor Ort", "care"),
            new Unit("controlling", "department", "Controlling", "Controlling", "finance"), new Unit("accounts", "department", "Accounts", "Buchhaltung", "finance"),
            new Unit("treasury", "team", "Treasury", "Treasury", "finance"), new Unit("payroll-office", "department", "Payroll office", "Lohnbüro", "people"),
            new Unit("recruiting", "team", "Recruiting", "Gewinnung", "people"), new Unit("training", "team", "Training", "Weiterbildung", "people"),
            new Unit("sensors", "department", "Sensors", "Sensorik", "research"), new Unit("charts", "department", "Charts", "Seekarten", "research"),
            new Unit("lab", "team", "Laboratory", "Labor", "sensors"), new Unit("service-desk", "department", "Service desk", "Servicedesk", "it"),
            new Unit("networks", "department", "Networks", "Netze", "it"), new Unit("applications", "department", "Applications", "Anwendungen", "it"),
            new Unit("data", "team", "Data", "Daten", "it"), new Unit("atlas", "project", "Project Atlas", "Projekt Atlas", "research"),
            new Unit("it-board", "committee", "IT board", "IT-Ausschuss", "lindqvist"), new Unit("clinic", "external", "Harbour Clinic", "Hafenklinik", ""),
            new Unit("clinic-wards", "department", "Wards", "Stationen", "clinic"), new Unit("nordwind", "external", "Nordwind Services", "Nordwind Dienste", ""),
            new Unit("legal", "department", "Legal", "Recht", "lindqvist"));

    static final List<Team> TEAMS = List.of(new Team("desk", "Service desk", "Servicedesk", true), new Team("network-team", "Network team", "Netzteam", false),
            new Team("application-team", "Application team", "Anwendungsteam", false), new Team("counsellors", "Counsellors", "Beratung", false));

    static final List<Service> SERVICES = List.of(
            new Service("workplace", "", "Workplace", "Arbeitsplatz", "desk", false), new Service("laptops", "workplace", "Laptops", "Laptops", "desk", false),
            new Service("mail", "workplace", "Mail and calendar", "Mail und Kalender", "desk", false), new Service("files", "workplace", "Shared files", "Gemeinsame Dateien", "desk", false),
            new Service("meeting-rooms", "workplace", "Meeting rooms", "Besprechungsräume", "desk", false), new Service("wifi", "", "Office wifi", "WLAN im Büro", "network-team", false),
            new Service("remote-access", "", "Remote access", "Fernzugang", "network-team", false), new Service("telephony", "", "Telephony", "Telefonie", "network-team", false),
            new Service("erp", "", "Ledger", "Hauptbuch", "application-team", false), new Service("payroll", "", "Payroll", "Lohnabrechnung", "application-team", false),
            new Service("crm", "", "Contacts", "Kontakte", "application-team", false), new Service("data-platform", "", "Data platform", "Datenplattform", "application-team", false),
            new Service("clinic-portal", "", "Clinic portal", "Klinikportal", "application-team", false), new Service("care-line", "", "Somebody to talk to", "Jemand zum Reden", "counsellors", true),
            new Service("badges", "", "Badges", "Ausweise", "desk", false));

    /** One of each standing, and those who work here: name, language, unit. As what they sign in say the words demo.guise.*. */
    private static final List<String[]> NAMED = List.of(
            new String[] {"Ada Müller", "en", "controlling"},
            new String[] {"Mona Krüger", "de", "controlling"},
            new String[] {"Otto Brandt", "de", "finance"},
            new String[] {"Clara Fontaine", "en", "finance"},
            new String[] {"Viktor Lindqvist", "en", "lindqvist"},
            new String[] {"Bruno Nowak", "en", "nordwind"},
            new String[] {"Petra Dubois", "en", "sales"},
            new String[] {"Olga Zając", "en", "legal"},
            new String[] {"Kim Carter", "en", "networks"},
            new String[] {"Rosa Silva", "en", "service-desk"},
            new String[] {"Jonas Weber", "de", "applications"},
            new String[] {"Alex Thorne", "en", "it"},
            new String[] {"Karin Graf", "de", "it"},
            new String[] {"Selma Hartley", "en", "legal"},
            new String[] {"Dora Lange", "de", "legal"},
            new String[] {"Hélène Marchand", "en", "clinic-wards"});

    final Map<String, Long> units = new LinkedHashMap<>();
    final Map<String, Long> services = new LinkedHashMap<>();
    final Map<String, Long> teams = new LinkedHashMap<>();
    final List<DemoPerson> people = new ArrayList<>();

    DemoOrganisation(RandomGenerator random) {
        UNITS.forEach(unit -> units.put(unit.key, units.size() + 1L));
        SERVICES.forEach(service -> services.put(service.key, services.size() + 1L));
        TEAMS.forEach(team -> teams.put(team.key, teams.size() + 1L));
        Set<String> taken = new HashSet<>();
        named().forEach(person -> add(person, taken));
        List<String[]> names = DemoResource.lines("names.txt").stream().map(line -> line.split(": ", 2)).toList();
        List<String> places = UNITS.stream().filter(unit -> !List.of("project", "committee").contains(unit.kind)).map(Unit::key).toList();
        while (people.size() < PEOPLE) {
            String[] language = names.get(random.nextInt(names.size()));
            String[] halves = language[1].split(" \\| ");
            String name = pick(halves[0], random) + " " + pick(halves[1], random);
            add(new DemoPerson(people.size() + 1L, DemoPerson.keyOf(name), name, language[0].equals("de") ? "de" : "en", places.get(random.nextInt(places.size())), false), taken);
        }
    }

    /** Those whom one can be: the first of all, without making up the others. */
    static List<DemoPerson> named() {
        List<DemoPerson> named = new ArrayList<>();
        NAMED.forEach(n -> named.add(new DemoPerson(named.size() + 1L, DemoPerson.keyOf(n[0].substring(0, n[0].indexOf(' '))), n[0], n[1], n[2], true)));
        return named;
    }

    private void add(DemoPerson person, Set<String> taken) {
        if (taken.add(person.key())) {
            people.add(person);
        }
    }

    private static String pick(String names, RandomGenerator random) {
        String[] all = names.split(" ");
        return all[random.nextInt(all.length)];
    }

    DemoPerson person(String key) {
        return people.stream().filter(person -> person.key().equals(key)).findFirst().orElseThrow();
    }

    /** The topmost unit above: people of different ones never learn of each other (D8). */
    String realm(String unit) {
        Unit at = UNITS.stream().filter(u -> u.key.equals(unit)).findFirst().orElseThrow();
        return at.parent.isEmpty() ? at.key : realm(at.parent);
    }

    List<DemoPerson> inUnits(String... keys) {
        Set<String> wanted = Set.of(keys);
        return people.stream().filter(person -> wanted.contains(person.unit())).toList();
    }
}
