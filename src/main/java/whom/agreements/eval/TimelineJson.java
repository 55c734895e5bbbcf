package whom.agreements.eval;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import whom.agreements.Clock;
import whom.agreements.Target;
import whom.agreements.Terms;
import whom.agreements.TicketEvent;
import whom.agreements.TicketEvent.AgreementChanged;
import whom.agreements.TicketEvent.Created;
import whom.agreements.TicketEvent.Message;
import whom.agreements.TicketEvent.Note;
import whom.agreements.TicketEvent.Side;
import whom.agreements.TicketEvent.StateChanged;
import whom.agreements.TicketEvent.TermsChanged;
import whom.calendars.WorkingTime;

/** The events of a scenario. An event that names no targets or no calendar keeps those in force. */
final class TimelineJson {

    final Terms atCreation;
    final List<TicketEvent> events = new ArrayList<>();
    private final CalendarJson calendars;
    private JsonNode targets;
    private JsonNode calendar;

    TimelineJson(JsonNode scenario, CalendarJson calendars) {
        this.calendars = calendars;
        targets = scenario.path("targets");
        calendar = scenario.path("calendar");
        atCreation = startsWithout(scenario.path("timeline")) ? Terms.NONE : terms();
        scenario.path("timeline").forEach(event -> events.add(event(event)));
    }

    /** Where the first word on an agreement is that one is set, there was none before. */
    private static boolean startsWithout(JsonNode timeline) {
        return StreamSupport.stream(timeline.spliterator(), false).map(TimelineJson::kind)
                .filter(kind -> kind.startsWith("sla_")).findFirst().map("sla_set"::equals).orElse(false);
    }

    private TicketEvent event(JsonNode e) {
        Instant at = VectorAnswer.instant(e.path("at"));
        return switch (kind(e)) {
            case "created" -> new Created(at, state(e, "state", "new"), by(e.path("by").asString("")));
            case "customer_message" -> new Message(at, Side.SERVED);
            case "agent_message" -> new Message(at, Side.AGENT);
            case "internal_note" -> new Note(at);
            case "state", "reopened" -> new StateChanged(at, state(e, "to", "open"));
            case "priority" -> e.has("targets") || e.has("calendar") ? new TermsChanged(at, changed(e)) : new Note(at);
            case "sla_set", "sla_changed" -> new AgreementChanged(at, changed(e));
            case "sla_removed" -> new AgreementChanged(at, Terms.NONE);
            default -> throw new IllegalArgumentException("There is no event \"" + kind(e) + "\".");
        };
    }

    private static String kind(JsonNode event) {
        return event.path("event").asString();
    }

    private static String state(JsonNode event, String field, String otherwise) {
        return event.path(field).asString(otherwise).toLowerCase(Locale.ROOT);
    }

    private static Side by(String said) {
        return switch (said) {
            case "customer" -> Side.SERVED;
            case "agent" -> Side.AGENT;
            default -> Side.UNKNOWN;
        };
    }

    private Terms changed(JsonNode event) {
        targets = event.has("targets") ? event.path("targets") : targets;
        calendar = event.has("calendar") ? event.path("calendar") : calendar;
        return terms();
    }

    private Terms terms() {
        WorkingTime hours = calendars.read(calendar);
        var read = new EnumMap<Clock, Target>(Clock.class);
        targets.properties().stream().filter(target -> !target.getValue().isNull())
                .forEach(target -> read.put(RulesJson.clock(target.getKey()), target(target.getValue())));
        return Terms.in(hours, read);
    }

    private static Target target(JsonNode target) {
        return target.isObject()
                ? new Target.Days(target.path("working_days").asInt(), target.path("end_of_day").asBoolean(false))
                : new Target.Time(Duration.ofMinutes(target.asLong()));
    }
}
