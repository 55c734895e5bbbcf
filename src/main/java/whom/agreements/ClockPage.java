package whom.agreements;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whom.agreements.TicketEvent.StateChanged;

/** The clocks of a ticket for people: each as a sentence, a bar, and the same bar in words. */
public record ClockPage(String number, @Nullable Under under, List<Line> lines, List<Waited> waits, List<Theirs> behind, Instant from, Instant to, Instant now) {

    /** Under which agreement; {@code kind} is with whom, {@code unit} is "" for everybody, {@code asker} for every other team, {@code service} for every service. */
    public record Under(String kind, String agreement, String key, String service, String unit, String team, String asker, String supplier, LocalDate since) {}

    /** What a team promised another, or a supplier promised us. */
    public record Theirs(Under under, List<Line> lines) {}

    /** A stretch of a clock: it runs, or stands still since the ticket is in {@code state}. */
    public record Piece(boolean running, Instant from, Instant to, String state) {}

    /** One wait for the one served. */
    public record Waited(Instant from, @Nullable Instant to, Duration working, boolean asked) {}

    /** @param latePlain late if waiting had stopped nothing */
    public record Line(String clock, Target target, boolean ownHours, @Nullable Instant began, @Nullable Instant due, @Nullable Instant done, @Nullable Duration used, Duration paused,
            boolean standsStill, boolean late, boolean latePlain, List<Piece> pieces) {

        public String state() {
            return began == null ? "not_yet" : done != null ? late ? "done_late" : "done" : standsStill ? "stands" : late ? "late" : "runs";
        }
    }

    /** @param under by version */
    static ClockPage of(String number, Computing.Read read, Map<Long, Under> under, Instant now) {
        List<Line> lines = read.promise().map(ClockPage::lines).orElse(List.of());
        List<Theirs> behind = read.behind().stream().filter(theirs -> under.containsKey(theirs.clocks().agreed().version()))
                .map(theirs -> new Theirs(Objects.requireNonNull(under.get(theirs.clocks().agreed().version())), lines(theirs.clocks()))).toList();
        List<TicketClocks> all = Stream.concat(read.promise().stream(), read.behind().stream().map(Computing.Theirs::clocks)).toList();
        Instant first = all.stream().map(clocks -> clocks.events().getFirst().at()).min(Instant::compareTo).orElse(now);
        Instant here = all.stream().map(TicketClocks::now).max(Instant::compareTo).orElse(now);
        Instant last = Stream.concat(lines.stream(), behind.stream().flatMap(theirs -> theirs.lines.stream())).map(Line::due).filter(Objects::nonNull)
                .filter(due -> due.isBefore(here.plus(Duration.ofDays(30)))).max(Instant::compareTo).filter(here::isBefore).orElse(here);
        List<Waited> waits = read.promise().map(clocks -> clocks.waits().stream().map(wait -> new Waited(wait.from(), wait.to(), working(clocks, wait), wait.asked())).toList()).orElse(List.of());
        return new ClockPage(number, read.promise().map(clocks -> under.get(clocks.agreed().version())).orElse(null), lines, waits, behind, first, last, here);
    }

    private static List<Line> lines(TicketClocks clocks) {
        Map<Clock, Reading> measured = Clocks.read(clocks.agreed().rules().measuring(), clocks.terms(), clocks.events(), clocks.now());
        Map<Clock, Reading> plain = Clocks.read(clocks.agreed().rules().unstopped(), clocks.terms(), clocks.events(), clocks.now());
        var lines = new ArrayList<Line>();
        for (var each : clocks.readings().entrySet()) {
            Reading reading = each.getValue();
            Instant end = reading.done() == null ? clocks.now() : reading.done();
            List<Piece> pieces = reading.began() == null ? List.of() : pieces(clocks, each.getKey(), reading.began(), end);
            boolean stands = reading.began() != null && reading.done() == null && !pieces.isEmpty() && !pieces.getLast().running;
            lines.add(new Line(each.getKey().name().toLowerCase(Locale.ROOT), reading.promise().target(), clocks.ownHours().contains(each.getKey()), reading.began(), measured.get(each.getKey()).due(), reading.done(), reading.used(),
                    reading.paused(), stands, reading.breached(), plain.get(each.getKey()).breached(), pieces));
        }
        return lines;
    }

    private static Duration working(TicketClocks clocks, Waits.Wait wait) {
        Promise promise = clocks.terms().promises().getOrDefault(Clock.SOLUTION, clocks.terms().promises().values().stream().findFirst().orElse(null));
        Instant end = wait.to() == null ? clocks.now() : wait.to();
        return promise == null ? Duration.between(wait.from(), end) : promise.hours().between(wait.from(), end);
    }

    private static List<Piece> pieces(TicketClocks clocks, Clock clock, Instant began, Instant end) {
        var pieces = new ArrayList<Piece>();
        String state = ((TicketEvent.Created) clocks.events().getFirst()).state();
        Instant from = began;
        for (TicketEvent event : clocks.events()) {
            if (event instanceof StateChanged change) {
                if (change.at().isAfter(from) && from.isBefore(end)) {
                    Instant to = change.at().isBefore(end) ? change.at() : end;
                    add(pieces, new Piece(!clocks.agreed().rules().stopped().covers(clock, state), from, to, state));
                    from = to;
                }
                state = change.to();
            }
        }
        if (from.isBefore(end)) {
            add(pieces, new Piece(!clocks.agreed().rules().stopped().covers(clock, state), from, end, state));
        }
        return pieces;
    }

    /** What goes on running through a change of state is one stretch. */
    private static void add(List<Piece> pieces, Piece next) {
        if (!pieces.isEmpty() && pieces.getLast().running && next.running) {
            next = new Piece(true, pieces.removeLast().from, next.to, next.state);
        }
        pieces.add(next);
    }

    /** Where an instant lies on the drawing, in thousandths of its width. */
    public long place(Instant at) {
        long whole = Math.max(1, Duration.between(from, to).toSeconds());
        return Math.clamp(Duration.between(from, at).toSeconds() * 1000 / whole, 0, 1000);
    }

    public long width(Piece piece) {
        return Math.max(2, place(piece.to) - place(piece.from));
    }

    public boolean anyUnasked() {
        return waits.stream().anyMatch(wait -> !wait.asked);
    }
}
