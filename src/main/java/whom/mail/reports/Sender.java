package whom.mail.reports;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import whom.mail.mime.Addresses;
import whom.mail.mime.Headers;
import whom.mail.mime.Resources;

/** Whether a machine wrote a message, by its header, and whether what it wrote is a report about delivery. */
final class Sender {

    private static final Pattern MACHINE = words("machines.txt");
    private static final Pattern SUBJECT = words("subjects.txt");
    private static final Pattern BODY = words("failures.txt");
    private static final Pattern UNATTENDED = Pattern.compile("\\b(?:no|do|not)[-_.]?(?:not)?[-_.]?reply|daemon|\\bsysadmin@|-admin@|notification", Pattern.CASE_INSENSITIVE);
    private static final int FIRST_WORDS = 2_000;

    private Sender() {}

    private static Pattern words(String resource) {
        return Pattern.compile(Resources.lines(Sender.class, resource).stream().collect(Collectors.joining("|")), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static boolean isMachine(Headers headers) {
        return MACHINE.matcher(headers.text("From")).find() || hasNoReturnPath(headers);
    }

    /** Subject and words alone make no report: people write about bounces too. */
    static boolean reports(Headers headers, String bodyText) {
        if (headers.has("X-Failed-Recipients")) {
            return true;
        }
        boolean machine = isMachine(headers);
        if (!machine && !isUnattended(headers)) {
            return false;
        }
        boolean titled = SUBJECT.matcher(headers.text("Subject")).find();
        if (AutoReply.is(headers) && !titled) {
            return false;
        }
        return machine ? titled || says(bodyText) : titled && says(bodyText);
    }

    /** Looked for last: it takes as long as all else together. */
    private static boolean says(String bodyText) {
        return BODY.matcher(bodyText.substring(0, Math.min(FIRST_WORDS, bodyText.length()))).find();
    }

    /** Somebody who writes about a bounce writes as a person: from a mailbox that is read. */
    private static boolean isUnattended(Headers headers) {
        return UNATTENDED.matcher(headers.text("From")).find() || headers.text("Auto-Submitted").toLowerCase(Locale.ROOT).startsWith("auto-")
                || headers.text("X-Mailer").toLowerCase(Locale.ROOT).startsWith("<smtp32");
    }

    private static boolean hasNoReturnPath(Headers headers) {
        return headers.raw("Return-Path").map(r -> r.strip().equals("<>") || r.toLowerCase(Locale.ROOT).contains("mailer-daemon")).orElse(false);
    }

    static boolean isSpam(Headers headers) {
        return headers.text("X-Spam-Flag").strip().equalsIgnoreCase("yes") || headers.text("X-Spam-Status").strip().toLowerCase(Locale.ROOT).startsWith("yes");
    }

    /** It has been here before: it carries the mark of the very address that it is sent to. */
    static boolean isLoop(Headers headers) {
        Set<String> own = Addresses.list(headers, "To").stream().map(m -> m.address().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return headers.has("X-Whom-Loop") || headers.has("X-RT-Loop-Prevention") || headers.all("X-Loop").stream().anyMatch(l -> own.contains(l.strip().toLowerCase(Locale.ROOT)));
    }
}
