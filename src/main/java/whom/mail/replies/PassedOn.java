package whom.mail.replies;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import whom.mail.mime.Addresses;
import whom.mail.mime.Mailbox;

/** A mail that somebody passes on within their own: who wrote it, about what, its text, and what was written above it. */
public record PassedOn(Mailbox from, String subject, String text, String above) {

    private static final Pattern SUBJECT = Words.pattern("^(?:(?:re|aw|sv|antw|vs) ?: ?){0,3}(?:fwd?|wg|tr|rv|enc|i|doorst|vs|vb|vl|pd|továbbítás|ilt|转发|轉寄|転送)(?:\\[\\d+\\])? ?[:：]");

    /** Whether a subject says that a mail is passed on. */
    public static boolean says(String subject) {
        return SUBJECT.matcher(subject.strip()).find();
    }

    /** The subject without what says so. */
    public static String plain(String subject) {
        String left = subject.strip();
        for (int i = 0; i < 5 && says(left); i++) {
            left = SUBJECT.matcher(left).replaceFirst("").strip();
        }
        return left;
    }

    public static Optional<PassedOn> in(String text) {
        var draft = new Draft(text);
        for (int at = 0; at < Math.min(draft.size(), 500); at++) {
            int length = HeaderBlock.length(draft, at);
            if (length > 0) {
                return of(draft, at, length);
            }
        }
        return Optional.empty();
    }

    private static Optional<PassedOn> of(Draft draft, int at, int length) {
        String from = found(draft, at, length, "from");
        if (!from.contains("@")) {
            from = from + " " + draft.bare(at + 1); // a long address stands on a line of its own
        }
        List<Mailbox> writers = Addresses.parse(from.replace("[mailto:", "<").replace("mailto:", "").replace("]", ">").replace("*", ""));
        if (writers.isEmpty()) {
            return Optional.empty();
        }
        String above = lines(draft, 0, at, false).lines().filter(l -> !Separator.isOriginal(l.strip()) && !Separator.isRule(l.strip())).collect(Collectors.joining("\n")).strip();
        return Optional.of(new PassedOn(writers.getFirst(), found(draft, at, length, "subject"), lines(draft, at + length, draft.size(), true), ReplyTrimmer.reply(above)));
    }

    private static String found(Draft draft, int at, int length, String kind) {
        return IntStream.range(at, at + length).mapToObj(i -> HeaderBlock.value(draft.bare(i), kind)).filter(v -> !v.isEmpty()).findFirst().orElse("");
    }

    /** Some programs quote what they pass on: then each line loses one mark. */
    private static String lines(Draft draft, int from, int to, boolean unquoted) {
        boolean quoted = unquoted && IntStream.range(from, to).filter(i -> !draft.isBlank(i)).allMatch(draft::isQuoted);
        return IntStream.range(from, to).mapToObj(i -> quoted ? draft.line(i).replaceFirst("^\\s{0,3}> ?", "") : draft.line(i)).collect(Collectors.joining("\n")).strip();
    }
}
