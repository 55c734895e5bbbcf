package whom.mail.mime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Message-ID, In-Reply-To and References, without angle brackets, also where brackets or separators are wrong. */
public final class MessageIds {

    private static final Pattern BRACKETED = Pattern.compile("<([^<>]{1,1000})>");
    private static final int MOST = 1_000;

    private MessageIds() {}

    public static Optional<String> first(Headers headers, String name) {
        return headers.all(name).stream().flatMap(v -> all(v).stream()).findFirst();
    }

    public static List<String> list(Headers headers, String name) {
        var ids = new ArrayList<String>();
        headers.all(name).forEach(v -> ids.addAll(all(v)));
        return List.copyOf(new LinkedHashSet<>(ids.subList(0, Math.min(MOST, ids.size()))));
    }

    private static List<String> all(String raw) {
        String value = HeaderWords.decode(raw);
        var ids = new ArrayList<String>();
        Matcher m = BRACKETED.matcher(value);
        while (m.find() && ids.size() < MOST) {
            String id = clean(m.group(1));
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        if (ids.isEmpty()) {
            bare(value, ids);
        }
        return ids;
    }

    /** RFC 822 allowed spaces and comments inside an identifier. */
    private static String clean(String inside) {
        String id = inside.strip();
        return id.indexOf(' ') < 0 && id.indexOf('\t') < 0 ? id : id.replaceAll("\\([^()]*\\)", "").replaceAll("\\s+", "");
    }

    private static void bare(String value, List<String> ids) {
        String[] words = value.replaceAll("[<>\"]", " ").strip().split("[\\s,]+");
        for (String word : words) {
            if (!word.isEmpty() && ids.size() < MOST && (words.length == 1 || word.contains("@"))) {
                ids.add(word);
            }
        }
    }
}
