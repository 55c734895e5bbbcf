package whom.agreements;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The terms of one version of an agreement, with whom they warn. They never change once they are in force. */
record AgreedTerms(long version, LocalDate from, ClockRules rules, Targets targets, List<Level> levels) {

    /** So much working time after the due time of a clock, or of each where none is named; below zero before it. */
    record Level(@Nullable Clock clock, int minutes, Whom whom, String channel) {
        Duration fromDue() {
            return Duration.ofMinutes(minutes);
        }
    }

    enum Whom { ASSIGNEE, ON_DUTY, TEAM }

    AgreedTerms {
        levels = List.copyOf(levels);
    }

    AgreedTerms behind() {
        return new AgreedTerms(version, from, rules.behind(), targets, levels);
    }

    List<Level> levels(Clock clock) {
        return levels.stream().filter(level -> level.clock == null || level.clock == clock).toList();
    }
}
