package whom.mail.reports;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import whom.mail.mime.Resources;

/** The words of a report before the copy of the original message, and that copy. */
record ReportText(List<String> lines, String original) {

    private static final int MOST_LINES = 400;
    private static final Pattern COPY = Pattern.compile(Resources.lines(ReportText.class, "copies.txt").stream().collect(Collectors.joining("|")), Pattern.CASE_INSENSITIVE);

    private static final Pattern FIELD = Pattern.compile("^(?:final-recipient|original-recipient|x-actual-recipient|reporting-mta|received-from-mta|remote-mta|"
            + "arrival-date|last-attempt-date|will-retry-until)\\s?:", Pattern.CASE_INSENSITIVE);

    static ReportText of(String text) {
        List<String> all = text.lines().map(String::strip).toList();
        int end = 0;
        while (end < all.size() && end < MOST_LINES && !(end > 0 && COPY.matcher(all.get(end)).find())) {
            end++;
        }
        String original = all.stream().skip(end).limit(MOST_LINES).collect(Collectors.joining("\n"));
        return new ReportText(all.subList(0, end), original);
    }

    /** Without the names of fields, which sound like reasons. */
    String words() {
        return lines.stream().filter(l -> !FIELD.matcher(l).find()).collect(Collectors.joining("\n"));
    }
}
