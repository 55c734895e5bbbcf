package whom.mail.mime;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The zone that follows a time. A name in brackets only repeats the number; a name that is unknown is UTC, as RFC 5322 says. */
final class Zones {

    private static final Pattern NUMERIC = Pattern.compile("^[\\s(]{0,3}(?:(?:GMT|UTC?))?([+-])-?(\\d{1,2}):?(\\d{2})?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED = Pattern.compile("^[\\s(]{0,3}([A-Za-z]{1,5})\\b");

    private static final Map<String, Integer> HOURS = Map.ofEntries(
            Map.entry("EST", -5), Map.entry("EDT", -4), Map.entry("CST", -6), Map.entry("CDT", -5), Map.entry("MST", -7),
            Map.entry("MDT", -6), Map.entry("PST", -8), Map.entry("PDT", -7), Map.entry("AKST", -9), Map.entry("AKDT", -8),
            Map.entry("HST", -10), Map.entry("AST", -4), Map.entry("ADT", -3), Map.entry("BST", 1), Map.entry("WET", 0),
            Map.entry("WEST", 1), Map.entry("CET", 1), Map.entry("MET", 1), Map.entry("MEZ", 1), Map.entry("CEST", 2),
            Map.entry("MEST", 2), Map.entry("MESZ", 2), Map.entry("EET", 2), Map.entry("EEST", 3), Map.entry("MSK", 3),
            Map.entry("MSD", 4), Map.entry("SGT", 8), Map.entry("HKT", 8), Map.entry("AWST", 8), Map.entry("KST", 9),
            Map.entry("JST", 9), Map.entry("AEST", 10), Map.entry("AEDT", 11), Map.entry("NZST", 12), Map.entry("NZDT", 13));

    private Zones() {}

    static ZoneOffset after(String text) {
        Matcher numeric = NUMERIC.matcher(text);
        if (numeric.find()) {
            int hours = Integer.parseInt(numeric.group(2));
            int minutes = numeric.group(3) == null ? 0 : Integer.parseInt(numeric.group(3));
            return offset(numeric.group(1).equals("-") ? -1 : 1, hours, minutes);
        }
        Matcher named = NAMED.matcher(text);
        return ZoneOffset.ofHours(named.find() ? HOURS.getOrDefault(named.group(1).toUpperCase(Locale.ROOT), 0) : 0);
    }

    /** Minutes beyond 59 mean the half hour, the one part of an hour that many zones have. */
    private static ZoneOffset offset(int sign, int hours, int minutes) {
        return hours > 18 ? ZoneOffset.UTC : ZoneOffset.ofTotalSeconds(sign * Math.min(64_800, hours * 3_600 + (minutes > 59 ? 30 : minutes) * 60));
    }
}
