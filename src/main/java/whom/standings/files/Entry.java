package whom.standings.files;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import whom.standings.facts.Period;

/** A JSON object, and where it stands, so that whatever is wrong with it can be told with its place. */
record Entry(JsonNode json, String where) {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    static Entry of(JsonNode json, String list, int n, int line) {
        return of(json, "line " + line + ", " + list + "[" + n + "]");
    }

    private static Entry of(JsonNode json, String where) {
        if (!json.isObject()) {
            throw new BadFile(where + ": is not an object, { … }.");
        }
        return new Entry(json, where);
    }

    /** What stands there; missing and null are the same. */
    Optional<JsonNode> value(String key) {
        return Optional.ofNullable(json.get(key)).filter(value -> !value.isNull());
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> bad(key, "is missing"));
    }

    Optional<String> optionalText(String key) {
        return value(key).map(value -> {
            if (!value.isString() || value.stringValue().isEmpty()) {
                throw bad(key, "is not a text: " + value);
            }
            return value.stringValue();
        });
    }

    @Nullable String textOrNull(String key) {
        return optionalText(key).orElse(null);
    }

    boolean flag(String key) {
        JsonNode value = value(key).orElseThrow(() -> bad(key, "is missing"));
        if (!value.isBoolean()) {
            throw bad(key, "is neither true nor false: " + value);
        }
        return value.booleanValue();
    }

    LocalDate date(String key) {
        return optionalDate(key).orElseThrow(() -> bad(key, "is missing"));
    }

    private Optional<LocalDate> optionalDate(String key) {
        return optionalText(key).map(text -> {
            try {
                if (DATE.matcher(text).matches()) {
                    return LocalDate.parse(text);
                }
            } catch (DateTimeException e) {
                // told below, as any other text that is no date
            }
            throw bad(key, "is not a date (YYYY-MM-DD): \"" + text + "\"");
        });
    }

    Period period() {
        return new Period(date("from"), optionalDate("to").orElse(null));
    }

    Entry object(String key) {
        return of(value(key).orElseThrow(() -> bad(key, "is missing")), where + "." + key);
    }

    List<Entry> list(String key) {
        var entries = new ArrayList<Entry>();
        for (JsonNode each : array(key)) {
            entries.add(of(each, where + "." + key + "[" + entries.size() + "]"));
        }
        return entries;
    }

    List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (JsonNode each : array(key)) {
            if (!each.isString()) {
                throw bad(key, "holds something that is not a text: " + each);
            }
            texts.add(each.stringValue());
        }
        return texts;
    }

    private Iterable<JsonNode> array(String key) {
        JsonNode value = value(key).orElse(null);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw bad(key, "is not a list, [ … ]");
        }
        return value;
    }

    BadFile bad(String key, String what) {
        return new BadFile(where + "." + key + ": " + what + ".");
    }

    BadFile bad(String what) {
        return new BadFile(where + ": " + what + ".");
    }
}
