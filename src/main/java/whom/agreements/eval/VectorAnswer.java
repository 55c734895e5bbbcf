package whom.agreements.eval;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whom.calendars.WorkingTime;

/** One operation on one calendar. */
final class VectorAnswer {

    static final String OUT_OF_REACH = "The calendar does not open for that long within " + WorkingTime.HORIZON + " years.";

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private final JsonMapper json;
    private final CalendarJson calendars;

    VectorAnswer(JsonMapper json, CalendarJson calendars) {
        this.json = json;
        this.calendars = calendars;
    }

    /** Empty when the calendar has no answer. */
    Optional<JsonNode> answer(JsonNode vector) {
        WorkingTime hours = calendars.read(vector.path("calendar"));
        OffsetDateTime asked = OffsetDateTime.parse(vector.path("from").asString());
        Instant from = asked.toInstant();
        return switch (vector.path("op").asString()) {
            case "add" -> hours.add(from, span(vector)).map(t -> written(t, asked.getOffset()));
            case "next_open" -> hours.nextOpen(from).map(t -> written(t, asked.getOffset()));
            case "prev_open" -> hours.previousOpen(from).map(t -> written(t, asked.getOffset()));
            case "open" -> Optional.of(json.getNodeFactory().booleanNode(hours.isOpen(from)));
            case "between" -> Optional.of(measured(vector, hours.between(from, instant(vector.path("to")))));
            default -> throw new IllegalArgumentException("There is no operation \"" + vector.path("op").asString() + "\".");
        };
    }

    private static Duration span(JsonNode vector) {
        return vector.has("seconds") ? Duration.ofSeconds(vector.path("seconds").asLong()) : Duration.ofMinutes(vector.path("minutes").asLong());
    }

    /** Swapped ends give a negative time here; a vector can ask for nothing instead. */
    private JsonNode measured(JsonNode vector, Duration measured) {
        boolean zero = vector.path("policy").asString("").equals("reversed-is-zero") && measured.isNegative();
        double seconds = zero ? 0 : measured.toNanos() / 1e9;
        return json.getNodeFactory().numberNode(vector.has("expectedSeconds") ? seconds : seconds / 60);
    }

    static Instant instant(JsonNode text) {
        return OffsetDateTime.parse(text.asString()).toInstant();
    }

    private JsonNode written(Instant t, ZoneOffset offset) {
        return json.getNodeFactory().stringNode(text(t, offset));
    }

    static String text(Instant t, ZoneOffset offset) {
        return WRITTEN.format(t.atOffset(offset));
    }
}
