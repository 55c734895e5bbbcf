package whom.calendars;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Calendars and instants between 2009 and 2013, when Samoa skipped a day; half of the instants lie near a change of some clock. */
public class SomeCalendars extends DomainContextBase {

    private static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata",
            "Asia/Tehran", "Asia/Beirut", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Chatham", "Pacific/Apia", "America/Godthab");

    @Provide
    Arbitrary<Calendar> calendars() {
        return Combinators.combine(zones(), weeks(), dates().set().ofMaxSize(6), days(), days()).as(Calendar::new);
    }

    @Provide
    Arbitrary<Instant> instants() {
        Arbitrary<Instant> anywhere = Arbitraries.longs()
                .between(Instant.parse("2009-01-01T00:00:00Z").getEpochSecond(), Instant.parse("2013-12-31T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
        Arbitrary<Instant> nearChange = Combinators.combine(zones(), anywhere, Arbitraries.integers().between(-90_000, 90_000))
                .as((zone, t, off) -> {
                    var change = zone.getRules().nextTransition(t);
                    return change == null ? t : change.getInstant().plusSeconds(off);
                });
        return Arbitraries.oneOf(anywhere, nearChange);
    }

    private static Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES).map(ZoneId::of);
    }

    /** A week has a quarter of an hour in one piece, so that months of working time lie within {@link WorkingTime#HORIZON}; other spans may be as short as a second. */
    private static Arbitrary<WorkWeek> weeks() {
        return Arbitraries.maps(Arbitraries.of(DayOfWeek.class), spans(1)).ofMinSize(1).ofMaxSize(7)
                .filter(days -> days.values().stream().flatMap(List::stream).anyMatch(span -> span.to() - span.from() >= 900)).map(WorkWeek::new);
    }

    private static Arbitrary<Map<LocalDate, List<Span>>> days() {
        return Arbitraries.maps(dates(), spans(0)).ofMaxSize(4);
    }

    private static Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(0, 1800).map(LocalDate.of(2009, 1, 1)::plusDays);
    }

    private static Arbitrary<List<Span>> spans(int atLeast) {
        Arbitrary<Integer> edges = Arbitraries.oneOf(Arbitraries.integers().between(0, 96).map(q -> q * 900),
                Arbitraries.integers().between(0, Span.DAY));
        return edges.set().ofSize(2)
                .map(edge -> new Span(edge.stream().min(Integer::compare).orElseThrow(), edge.stream().max(Integer::compare).orElseThrow()))
                .list().ofMinSize(atLeast).ofMaxSize(3);
    }

    static Calendar office(String zone) {
        return Calendar.of(ZoneId.of(zone), WorkWeek.NEVER.with("09:00", "17:00", DayOfWeek.MONDAY, DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY));
    }

    static Calendar never(String zone) {
        return new Calendar(ZoneId.of(zone), WorkWeek.NEVER, Set.of(), Map.of(), Map.of());
    }
}
