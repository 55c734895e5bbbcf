package whom.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whom.kernel.Refused;

/** What was typed into a form or sent as JSON: texts by field. */
public record Typed(Map<String, String> texts) {

    /** Never null; without white space around it and without characters that PostgreSQL cannot hold. */
    public String text(String name) {
        String text = texts.get(name);
        return text == null ? "" : text.replace("\0", "").strip();
    }

    /** @throws Refused when it is missing or no date between 1900 and 9999 */
    public LocalDate date(String name) {
        LocalDate date = maybeDate(name);
        if (date == null) {
            throw new Refused(name, "facts.refused.date");
        }
        return date;
    }

    /** Null when nothing was typed. @throws Refused when it is no date */
    public @Nullable LocalDate maybeDate(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1900 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new Refused(name, "facts.refused.date");
    }
}
