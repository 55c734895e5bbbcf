package whom.mail.replies;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The lines of a body, as they are and bare: without marks of direction, hard spaces and margins. */
final class Draft {

    private static final Pattern UNSEEN = Pattern.compile("[\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\u00ad]");
    private static final Pattern WIDE = Pattern.compile("[\\u00a0\\u3000\\u202f\\u2009\\t]");
    private static final String MARKS = ">|»›&";
    private static final Pattern QUOTED = Pattern.compile("^\\s{0,8}(?:[>|»›]|&gt;)(?!>>.*<<<|From )");

    private static final String FENCES = "`[<";
    private static final Pattern OPENS = Pattern.compile("^(?:```|\\[code|<pre|<code)");
    private static final Pattern CLOSES = Pattern.compile("^```|\\[/code\\]|</pre>|</code>");

    private final List<String> lines;
    private final List<String> bare;
    private final boolean[] fenced;

    Draft(String text) {
        lines = text.replace("\r\n", "\n").replace('\r', '\n').lines().toList();
        bare = lines.stream().map(Draft::bare).toList();
        fenced = fences();
    }

    private static String bare(String line) {
        boolean plain = line.chars().allMatch(c -> c < 0x7f && c != '\t');
        return (plain ? line : WIDE.matcher(UNSEEN.matcher(line).replaceAll("")).replaceAll(" ")).strip();
    }

    int size() {
        return lines.size();
    }

    String line(int i) {
        return lines.get(i);
    }

    String bare(int i) {
        return i < bare.size() ? bare.get(i) : "";
    }

    boolean isBlank(int i) {
        return bare(i).isEmpty();
    }

    boolean isFenced(int i) {
        return i < fenced.length && fenced[i];
    }

    boolean isQuoted(int i) {
        return i < size() && !fenced[i] && begins(bare(i), MARKS) && QUOTED.matcher(bare(i)).find() && !bare(i).startsWith("||");
    }

    private static boolean begins(String bare, String letters) {
        return !bare.isEmpty() && letters.indexOf(bare.charAt(0)) >= 0;
    }

    /** The first line from {@code from} on that is not blank; the number of lines where there is none. */
    int nextFilled(int from) {
        int i = from;
        while (i < size() && isBlank(i)) {
            i++;
        }
        return i;
    }

    /** Code between fences is the sender's, whatever it looks like. A fence that never closes is none. */
    private boolean[] fences() {
        boolean[] inside = new boolean[bare.size()];
        int opened = -1;
        for (int i = 0; i < bare.size(); i++) {
            if (opened < 0 && !begins(bare.get(i), FENCES)) {
                continue;
            }
            String line = bare.get(i).toLowerCase(Locale.ROOT);
            if (opened < 0 && OPENS.matcher(line).find()) {
                opened = i;
                if (line.length() > 6 && CLOSES.matcher(line.substring(3)).find()) {
                    inside[i] = true;
                    opened = -1;
                }
            } else if (opened >= 0 && CLOSES.matcher(line).find()) {
                Arrays.fill(inside, opened, i + 1, true);
                opened = -1;
            }
        }
        return inside;
    }
}
