package whom.calendars;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The lines of an iCalendar file (RFC 5545), unfolded and taken apart: {@code DTSTART;VALUE=DATE:20261224}. Only what stands in an
 * event itself is kept, not what stands in its alarms, nor zones of the file's own.
 */
final class ICalendarText {

    record Line(String name, Map<String, String> parameters, String value) {}

    /** One event: the lines by name; where a name comes again, all of them. */
    record Event(Map<String, List<Line>> lines) {
        List<Line> all(String name) {
            return lines.getOrDefault(name, List.of());
        }

        String text(String name) {
            return all(name).isEmpty() ? "" : all(name).getFirst().value();
        }
    }

    private ICalendarText() {}

    /** At most {@code limit} events; what follows is left out. */
    static List<Event> events(String file, int limit) {
        var events = new ArrayList<Event>();
        var inside = new ArrayList<String>();
        Map<String, List<Line>> lines = new HashMap<>();
        for (String text : unfolded(file)) {
            Line line = line(text);
            if (line.name.equals("BEGIN")) {
                inside.add(line.value.toUpperCase(Locale.ROOT));
            } else if (line.name.equals("END") && !inside.isEmpty()) {
                if (inside.removeLast().equals("VEVENT") && events.size() < limit) {
                    events.add(new Event(lines));
                    lines = new HashMap<>();
                }
            } else if (!inside.isEmpty() && inside.getLast().equals("VEVENT")) {
                lines.computeIfAbsent(line.name, n -> new ArrayList<>()).add(line);
            }
        }
        return events;
    }

    /** A line that begins with a blank goes on the one before. */
    private static List<String> unfolded(String file) {
        return file.replaceAll("\\r?\\n[ \\t]", "").lines().filter(line -> !line.isBlank()).toList();
    }

    private static Line line(String text) {
        int colon = colon(text);
        if (colon < 0) {
            return new Line("", Map.of(), "");
        }
        String[] words = text.substring(0, colon).split(";");
        var parameters = new HashMap<String, String>();
        for (int i = 1; i < words.length; i++) {
            String[] parameter = words[i].split("=", 2);
            parameters.put(parameter[0].toUpperCase(Locale.ROOT), parameter.length < 2 ? "" : parameter[1].replace("\"", ""));
        }
        return new Line(words[0].strip().toUpperCase(Locale.ROOT), parameters, text.substring(colon + 1).strip());
    }

    /** The colon that ends the name and its parameters, not one within quotation marks. */
    private static int colon(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }
}
