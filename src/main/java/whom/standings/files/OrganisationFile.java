package whom.standings.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import whom.standings.facts.Agreement;
import whom.standings.facts.Brokerage;
import whom.standings.facts.Duty;
import whom.standings.facts.Entitlement;
import whom.standings.facts.Fact;
import whom.standings.facts.Funding;
import whom.standings.facts.Initiative;
import whom.standings.facts.LetIn;
import whom.standings.facts.Membership;
import whom.standings.facts.Observation;
import whom.standings.facts.Office;
import whom.standings.facts.Output;
import whom.standings.facts.Oversight;
import whom.standings.facts.Person;
import whom.standings.facts.Placement;
import whom.standings.facts.SealBreak;
import whom.standings.facts.Seat;
import whom.standings.facts.Service;
import whom.standings.facts.Team;
import whom.standings.facts.TicketFact;
import whom.standings.facts.Unit;

/** Reads the facts of an organisation; {@code docs/standings.md} describes the file. Unknown keys mean nothing. */
public final class OrganisationFile {

    private static final Map<String, BiConsumer<Entry, Consumer<Fact>>> LISTS = Map.ofEntries(
            Map.entry("units", OrganisationFile::unit),
            Map.entry("people", OrganisationFile::person),
            Map.entry("heads", (e, out) -> out.accept(office(Duty.HEAD, e))),
            Map.entry("budgetHolders", (e, out) -> out.accept(office(Duty.BUDGET, e))),
            Map.entry("services", (e, out) -> out.accept(new Service(e.text("id"), name(e), e.textOrNull("parent")))),
            Map.entry("entitlements", (e, out) -> out.accept(entitlement(e))),
            Map.entry("fundings", (e, out) -> out.accept(funding(e))),
            Map.entry("agreements", (e, out) -> out.accept(agreement(e))),
            Map.entry("oversights", (e, out) -> out.accept(oversight(e))),
            Map.entry("brokerages", (e, out) -> out.accept(brokerage(e))),
            Map.entry("initiatives", (e, out) -> out.accept(initiative(e))),
            Map.entry("outputs", (e, out) -> out.accept(new Output(e.text("id"), e.text("service"), name(e)))),
            Map.entry("observations", (e, out) -> out.accept(observation(e))),
            Map.entry("teams", (e, out) -> out.accept(new Team(e.text("id"), name(e), seats(e, "members", "person")))),
            Map.entry("tickets", (e, out) -> out.accept(ticket(e))),
            Map.entry("letIns", (e, out) -> out.accept(letIn(e))),
            Map.entry("sealBreaks", (e, out) -> out.accept(sealBreak(e))));

    private OrganisationFile() {}

    /** @throws BadFile when it cannot be read, is not of this form, or names what is not in it */
    public static List<Fact> read(Path file) {
        var facts = new ArrayList<Fact>();
        JsonFile.lists(file, LISTS.keySet(), (list, entry) -> LISTS.get(list).accept(entry, facts::add));
        try {
            References.check(facts);
        } catch (BadFile e) {
            throw e.in(file);
        }
        return facts;
    }

    private static void unit(Entry e, Consumer<Fact> out) {
        String id = e.text("id");
        out.accept(new Unit(id, name(e), e.optionalText("kind").orElse("")));
        e.list("placements").forEach(p -> out.accept(new Placement(id, p.textOrNull("parent"), p.period())));
    }

    private static void person(Entry e, Consumer<Fact> out) {
        String id = e.text("id");
        out.accept(new Person(id, name(e)));
        e.list("memberships").forEach(m -> out.accept(new Membership(id, m.text("unit"), m.flag("primary"), m.period())));
    }

    private static Office office(Duty duty, Entry e) {
        return new Office(duty, e.text("unit"), e.text("person"), e.period());
    }

    private static Entitlement entitlement(Entry e) {
        return new Entitlement(e.text("id"), e.text("service"), Values.scope(e), e.period());
    }

    private static Funding funding(Entry e) {
        return new Funding(e.text("id"), e.text("service"), Values.scopeOrProject(e), e.optionalText("kind").orElse(""),
                Values.party(e, "payer"), Values.share(e), e.period());
    }

    private static Agreement agreement(Entry e) {
        return new Agreement(e.text("id"), e.text("service"), Values.scope(e), e.text("signatory"), e.period());
    }

    private static Oversight oversight(Entry e) {
        return new Oversight(e.text("id"), e.textOrNull("service"), Values.party(e, "holder"), e.period());
    }

    private static Brokerage brokerage(Entry e) {
        return new Brokerage(e.text("id"), e.text("service"), e.text("broker"), Values.scope(e), e.textOrNull("upstream"), e.period());
    }

    private static Initiative initiative(Entry e) {
        return new Initiative(e.text("id"), name(e), e.texts("services"), seats(e, "members", "person"), e.period());
    }

    private static Observation observation(Entry e) {
        return new Observation(e.text("id"), e.text("output"), e.text("person"), e.period());
    }

    private static TicketFact ticket(Entry e) {
        return new TicketFact(e.text("id"), e.text("service"), e.text("served"), e.date("opened"), seats(e, "teams", "team"));
    }

    private static LetIn letIn(Entry e) {
        if (Stream.of("ticket", "service").filter(key -> e.value(key).isPresent()).count() != 1) {
            throw e.bad("names a ticket or a service, one of the two");
        }
        return new LetIn(e.text("id"), e.text("served"), e.text("person"), e.textOrNull("ticket"), e.textOrNull("service"), e.period());
    }

    private static SealBreak sealBreak(Entry e) {
        return new SealBreak(e.text("id"), e.text("ticket"), e.text("asked"), e.textOrNull("approved"), e.period());
    }

    private static List<Seat> seats(Entry e, String list, String who) {
        return e.list(list).stream().map(seat -> new Seat(seat.text(who), seat.period())).toList();
    }

    /** Names say what a thing is, and have no influence: whoever has none goes by the id. */
    private static String name(Entry e) {
        return e.optionalText("name").orElseGet(() -> e.text("id"));
    }
}
