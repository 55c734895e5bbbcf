package whom.agreements;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import whom.vocabulary.Words;
import whom.web.Choice;

/** What the pages of this module show. {@code changes}: whether the one who looks may change it. */
public final class AgreementPages {

    private AgreementPages() {}

    public record All(List<Agreement> agreements, List<Agreements.Unpromised> unpromised, boolean changes) {}

    public record One(Agreement agreement, List<AgreementVersion> versions, List<Published> exceptions, List<Content> kept, Map<String, List<Content>> promised, List<Choice> calendars, List<Choice> channels, LocalDate today, boolean changes) {

        /** By other measures than time. */
        public List<Content> promised(AgreementVersion version) {
            return promised.getOrDefault(version.key(), List.of());
        }

        public List<String> functions() {
            return exceptions.stream().filter(e -> !e.until().isBefore(today)).map(Published::function).distinct().toList();
        }
    }

    public record Month(Agreement agreement, LocalDate month, List<Attained> attained, List<Missed> missed) {}

    public record Warnings(List<Warning> warnings) {
        public boolean anyNew() {
            return warnings.stream().anyMatch(warning -> !warning.seen());
        }
    }

    /** The newest month first. */
    static Map<LocalDate, List<Attained>> months(List<Attained> attained) {
        var months = new TreeMap<LocalDate, List<Attained>>(java.util.Comparator.reverseOrder());
        attained.forEach(figure -> months.computeIfAbsent(figure.month(), _ -> new java.util.ArrayList<>()).add(figure));
        return months;
    }

    /** With whom it is. */
    public static String between(Agreement agreement, Words words) {
        return switch (agreement.kind()) {
            case "team" -> words.say("agreements.between", agreement.team(), agreement.asker().isEmpty() ? words.say("agreements.every_team") : agreement.asker());
            case "supplier" -> agreement.supplier();
            default -> agreement.isForEverybody() ? words.say("agreements.everybody") : agreement.unit();
        };
    }

    /** "2 h", "3 working days". */
    public static String term(AgreementVersion.Line line, Words words) {
        return term(line.minutes(), line.days(), line.endOfDay(), words);
    }

    static String term(int minutes, int days, boolean end, Words words) {
        if (days > 0) {
            return words.say(end ? "agreements.term.day_ends" : "agreements.term.days", days);
        }
        return minutes % 60 == 0 ? words.say("agreements.term.hours", minutes / 60) : minutes < 60 ? words.say("agreements.term.minutes", minutes)
                : words.say("agreements.term.hours_minutes", minutes / 60, minutes % 60);
    }

    /** For which tickets a target is. */
    public static String scope(AgreementVersion.Line line, Words words) {
        var parts = new java.util.ArrayList<String>();
        if (!line.function().isEmpty()) {
            parts.add(line.function());
        }
        if (!line.offering().isEmpty()) {
            parts.add(line.offering());
        }
        if (!line.kind().isEmpty()) {
            parts.add(words.say("tickets.kind." + line.kind()));
        }
        if (line.priority() > 0) {
            parts.add(words.say("tickets.priority." + line.priority()));
        }
        return parts.isEmpty() ? words.say("agreements.all") : String.join(", ", parts);
    }

    /** When a level comes, in words. */
    public static String level(int minutes, Words words) {
        return minutes == 0 ? words.say("agreements.level.at") : words.say(minutes < 0 ? "agreements.level.before" : "agreements.level.after", term(Math.abs(minutes), 0, false, words));
    }

    public static String percent(double share, Words words) {
        return words.number(Math.floor(share * 1000) / 10) + " %";
    }

    public static List<Choice> choices(String prefix, List<String> keys, Words words) {
        return keys.stream().map(key -> new Choice(key, words.say(prefix + key))).toList();
    }

    public static List<Choice> orAll(List<Choice> choices, Words words) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(new Choice("", words.say("agreements.all"))), choices.stream()).toList();
    }
}
