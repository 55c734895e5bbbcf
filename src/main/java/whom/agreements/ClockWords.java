package whom.agreements;

import java.time.Duration;
import java.util.Optional;
import whom.agreements.ClockPage.Line;
import whom.agreements.ClockPage.Piece;
import whom.vocabulary.Words;

/** What is said about a ticket's clocks. */
public final class ClockWords {

    private ClockWords() {}

    /** Which agreement counts, and why. */
    public static String under(ClockPage.Under under, Words words) {
        return behind(under, words).orElseGet(() -> under.unit().isEmpty() ? words.say("agreements.under.everybody", under.agreement(), under.service(), words.date(under.since()))
                : words.say("agreements.under.unit", under.agreement(), under.unit(), under.service(), words.date(under.since())));
    }

    private static Optional<String> behind(ClockPage.Under under, Words words) {
        return switch (under.kind()) {
            case "team" -> Optional.of(under.asker().isEmpty() ? words.say("agreements.under.team.any", under.agreement(), under.team(), words.date(under.since()))
                    : words.say("agreements.under.team", under.agreement(), under.team(), under.asker(), words.date(under.since())));
            case "supplier" -> Optional.of(words.say("agreements.under.supplier", under.agreement(), under.supplier(), under.service(), words.date(under.since())));
            default -> Optional.empty();
        };
    }

    /** Whose promise stands behind the ticket's. */
    public static String whose(ClockPage.Under under, Words words) {
        return under.kind().equals("supplier") ? under.supplier() : under.team();
    }

    public static String kind(Line line) {
        return switch (line.state()) {
            case "late", "done_late" -> "bad";
            case "done" -> "good";
            default -> "";
        };
    }

    public static String icon(Line line) {
        return switch (line.state()) {
            case "done" -> "circle-check";
            case "stands" -> "circle-pause";
            default -> "clock";
        };
    }

    public static String state(Line line, ClockPage page, Words words) {
        if (line.due() != null && line.done() == null && !line.standsStill()) {
            Duration left = Duration.between(page.now(), line.due());
            return left.isNegative() ? words.say("tickets.overdue", words.duration(left.negated())) : words.say("tickets.left", words.duration(left));
        }
        return words.say("agreements.state." + line.state());
    }

    public static String target(Line line, Words words) {
        String term = switch (line.target()) {
            case Target.Time(Duration time) -> span(time, words);
            case Target.Days(int days, boolean end) -> AgreementPages.term(0, days, end, words);
        };
        return words.say(line.ownHours() ? "agreements.clocks.target.own" : "agreements.clocks.target", term);
    }

    /** Hours and minutes of working time. */
    public static String span(Duration time, Words words) {
        return AgreementPages.term((int) Math.min(time.abs().toMinutes(), Integer.MAX_VALUE), 0, false, words);
    }

    public static String piece(Piece piece, Words words) {
        return words.say(piece.running() ? "agreements.piece.runs" : "agreements.piece.stands", words.dateTime(piece.from()), words.dateTime(piece.to()), words.say(piece.state().equals(ClockRules.ELSEWHERE) ? "agreements.elsewhere" : "tickets.stage." + piece.state()));
    }

    public static String waited(ClockPage page, Words words) {
        return words.say("agreements.waited", page.waits().size(), span(page.waits().stream().map(ClockPage.Waited::working).reduce(Duration.ZERO, Duration::plus), words));
    }
}
