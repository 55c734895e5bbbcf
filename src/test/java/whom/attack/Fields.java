package whom.attack;

import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** What a handler reads from a form or from JSON, by name. */
final class Fields {

    /** For endpoints and forms that read their fields by name. */
    private static final List<String> NAMES = List.of("name", "en", "de", "text", "subject", "person", "team", "service", "unit", "parent", "provider", "kind", "reason", "from", "to", "until", "at", "day", "key",
            "address", "called", "place", "filter", "q", "order", "after", "limit", "version", "back", "impact", "urgency", "doing", "served", "whom", "channel", "other", "into", "pick", "role", "zone", "week", "monday",
            "times", "holidays", "share", "payer", "scope", "signatory", "holder", "broker", "upstream", "initiative", "side", "output", "origin", "primary", "office", "language", "timeZone", "days", "scopes", "hours",
            "purpose", "ground", "tellAt", "code", "earlier", "why", "participants", "fact", "audience", "written", "edition", "vocabulary", "aboutEn", "aboutDe", "discreet", "answer", "year", "before", "view", "solved");
    /** What a sane program would send; words for everything else. */
    private static final Map<String, String> SOUND = Map.ofEntries(Map.entry("version", "1"), Map.entry("impact", "2"), Map.entry("urgency", "2"), Map.entry("share", "100"), Map.entry("hours", "4"), Map.entry("minutes", "60"),
            Map.entry("from", "2026-01-01"), Map.entry("to", "2030-01-01"), Map.entry("until", "2030-01-01"), Map.entry("at", "2026-02-01"), Map.entry("day", "2026-02-01"), Map.entry("person", "ben"), Map.entry("served", "ben"),
            Map.entry("whom", "ben"), Map.entry("team", "network"), Map.entry("service", "network"), Map.entry("unit", "finance"), Map.entry("parent", "finance"), Map.entry("provider", "it"), Map.entry("stage", "solved"),
            Map.entry("doing", "slowed"), Map.entry("solved", "true"), Map.entry("yes", "true"), Map.entry("discreet", "false"), Map.entry("kind", "related"), Map.entry("address", "somebody@example.org"));

    private Fields() {}

    static List<String> of(HandlerMethod handler) {
        Set<String> fields = new TreeSet<>();
        for (Parameter parameter : handler.getMethod().getParameters()) {
            RequestParam named = parameter.getAnnotation(RequestParam.class);
            if (Map.class.isAssignableFrom(parameter.getType())) {
                fields.addAll(NAMES);
            } else if (named != null) {
                fields.add(named.name().isEmpty() ? parameter.getName() : named.name());
            } else if (parameter.getType().isRecord()) {
                for (var component : parameter.getType().getRecordComponents()) {
                    fields.add(component.getName());
                }
            }
        }
        fields.remove("words");
        return List.copyOf(fields);
    }

    static boolean asJson(HandlerMethod handler) {
        return Stream.of(handler.getMethod().getParameters()).anyMatch(p -> p.isAnnotationPresent(RequestBody.class));
    }

    /** A form as somebody would send it. */
    static String form(HandlerMethod handler) {
        return of(handler).stream().map(f -> f + "=" + SOUND.getOrDefault(f, "quagga")).collect(Collectors.joining("&")) + "&_shown=0&_once=00000000-0000-4000-8000-000000000000";
    }

    /** The same as JSON, each of the kind that is read. */
    static String json(HandlerMethod handler) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : handler.getMethod().getParameters()) {
            if (parameter.isAnnotationPresent(RequestBody.class) && parameter.getType().isRecord()) {
                for (var component : parameter.getType().getRecordComponents()) {
                    values.put(component.getName(), json(component.getName(), component.getType()));
                }
            }
        }
        if (values.isEmpty()) {
            of(handler).forEach(f -> values.put(f, json(f, String.class)));
        }
        return values.entrySet().stream().map(e -> "\"" + e.getKey() + "\": " + e.getValue()).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String json(String name, Class<?> type) {
        String value = SOUND.getOrDefault(name, "quagga");
        boolean number = type == int.class || type == long.class || Number.class.isAssignableFrom(type);
        return type == boolean.class || type == Boolean.class ? "true" : number ? value.matches("\\d+") ? value : "1" : List.class.isAssignableFrom(type) ? "[\"" + value + "\"]" : "\"" + value + "\"";
    }
}
