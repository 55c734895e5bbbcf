package whom.agreements.eval;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import whom.agreements.Clock;
import whom.agreements.ClockRules;
import whom.agreements.ClockRules.AfterDone;
import whom.agreements.ClockRules.NextResponseRuns;
import whom.agreements.ClockRules.PauseCounted;
import whom.agreements.ClockRules.Starts;
import whom.agreements.ClockRules.WhileStopped;
import whom.agreements.InStates;

/** The model of a scenario, in the words of its file, as rules. What the file leaves open is as in this house. */
final class RulesJson {

    /** The words of several products for the end of the work. */
    private static final Set<String> DONE = Set.of("solved", "resolved", "closed", "merged", "removed", "rejected", "deleted", "cancelled", "canceled");

    private RulesJson() {}

    static ClockRules read(JsonNode model) {
        return new ClockRules(
                InStates.NONE.and(words(model.path("clock_stops_in")), clocks(model.path("stopped_clocks"))),
                InStates.NONE.and(words(model.path("clock_hidden_in")), clocks(model.path("hidden_clocks"))),
                DONE, whileStopped(text(model, "due_while_stopped")), afterDone(text(model, "due_after_done")),
                nextResponse(text(model, "update_runs")), pause(text(model, "pause_counted_in")),
                starts(text(model, "clock_starts")), model.path("response_only_for_customer_tickets").asBoolean(false));
    }

    static Clock clock(String name) {
        return switch (name) {
            case "first_response" -> Clock.FIRST_RESPONSE;
            case "update" -> Clock.NEXT_RESPONSE;
            case "keep_in_loop" -> Clock.REGULAR_UPDATE;
            case "solution" -> Clock.SOLUTION;
            default -> throw new IllegalArgumentException("There is no clock \"" + name + "\".");
        };
    }

    static String name(Clock clock) {
        return switch (clock) {
            case FIRST_RESPONSE -> "first_response";
            case NEXT_RESPONSE -> "update";
            case REGULAR_UPDATE -> "keep_in_loop";
            case SOLUTION -> "solution";
        };
    }

    private static WhileStopped whileStopped(String said) {
        return choose("due_while_stopped", said, WhileStopped.NONE, words("none", WhileStopped.NONE), words("hidden", WhileStopped.NONE),
                words("mov", WhileStopped.MOVING), words("kept", WhileStopped.AS_BEFORE), words("shown", WhileStopped.AS_BEFORE),
                words("before", WhileStopped.AS_BEFORE), words("unchanged", WhileStopped.AS_BEFORE));
    }

    private static AfterDone afterDone(String said) {
        return choose("due_after_done", said, AfterDone.KEPT, words("none unless reopened", AfterDone.NONE_UNLESS_REOPENED),
                words("none", AfterDone.NONE), words("kept", AfterDone.KEPT), words("shown", AfterDone.KEPT), words("unchanged", AfterDone.KEPT));
    }

    /** What a file adds for a ticket on which nothing waits is the rule of the regular update, which is the same everywhere. */
    private static NextResponseRuns nextResponse(String said) {
        return choose("update_runs", said.split(";")[0], NextResponseRuns.FROM_FIRST_UNANSWERED,
                words("first unanswered", NextResponseRuns.FROM_FIRST_UNANSWERED), words("last unanswered", NextResponseRuns.FROM_LAST_UNANSWERED),
                words("last customer message", NextResponseRuns.FROM_LAST_UNANSWERED), words("last contact", NextResponseRuns.FROM_LAST_CONTACT),
                words("last agent message", NextResponseRuns.FROM_LAST_AGENT_MESSAGE));
    }

    private static PauseCounted pause(String said) {
        return choose("pause_counted_in", said, PauseCounted.WORKING_TIME, words("working", PauseCounted.WORKING_TIME), words("real", PauseCounted.REAL_TIME));
    }

    private static Starts starts(String said) {
        return choose("clock_starts", said, Starts.AT_CREATION, words("agreement", Starts.WHEN_AGREED), words("creat", Starts.AT_CREATION));
    }

    private static <T> Map.Entry<String, T> words(String words, T choice) {
        return Map.entry(words, choice);
    }

    /** The first choice whose words occur; what the file leaves open is {@code otherwise}, and what nobody knows is refused. */
    @SafeVarargs
    private static <T> T choose(String field, String said, T otherwise, Map.Entry<String, T>... choices) {
        if (said.isBlank() || said.equals("not asserted")) {
            return otherwise;
        }
        return Stream.of(choices).filter(choice -> said.contains(choice.getKey())).findFirst().map(Map.Entry::getValue)
                .orElseThrow(() -> new IllegalArgumentException("The model says " + field + " \"" + said + "\", which is not known here."));
    }

    private static String text(JsonNode model, String field) {
        return model.path(field).asString("").strip().toLowerCase(Locale.ROOT);
    }

    private static Set<String> words(JsonNode list) {
        var words = new HashSet<String>();
        list.forEach(word -> words.add(word.asString().toLowerCase(Locale.ROOT)));
        return words;
    }

    /** A file that names states but no clocks means all of them. */
    private static Set<Clock> clocks(JsonNode list) {
        if (list.isMissingNode()) {
            return EnumSet.allOf(Clock.class);
        }
        var clocks = EnumSet.noneOf(Clock.class);
        words(list).forEach(name -> clocks.add(clock(name)));
        return clocks;
    }
}
