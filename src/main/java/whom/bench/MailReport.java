package whom.bench;

import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How fast mail comes in. */
public record MailReport(List<Line> lines, Large large) {

    /** @param accepted on disk, a second @param done made into tickets and answers, a second, counted from the first letter's coming @param application processor time for one, in ms */
    public record Line(String what, int letters, double accepted, double done, double application, double database) {}

    /** @param before megabytes that the process holds @param left letters of any size that did not become anything */
    public record Large(int letters, int megabytes, double seconds, long before, long most, long left) {}

    public String json() {
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(this);
    }

    public String table() {
        var text = new StringBuilder("%-24s %8s %12s %12s %10s %10s%n".formatted("mail", "letters", "on disk /s", "done /s", "app ms", "db ms"));
        lines.forEach(l -> text.append("%-24s %8d %12.0f %12.0f %10.2f %10.2f%n".formatted(l.what, l.letters, l.accepted, l.done, l.application, l.database)));
        return text.append("%d letters of %d MB, four at once: %.1f s; the process held %d MB before and %d MB at most; %d letters put aside.%n".formatted(large.letters, large.megabytes, large.seconds,
                large.before, large.most, large.left)).toString();
    }
}
