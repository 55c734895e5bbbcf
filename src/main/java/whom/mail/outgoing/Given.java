package whom.mail.outgoing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import whom.kernel.Refused;

/** What somebody typed as settings, checked. */
public final class Given {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"+,;()]{1,64}@[^\\s@<>\",;()]{1,189}");
    private static final Pattern HOST = Pattern.compile("[\\p{Alnum}.:_-]{1,253}");
    private static final int LONGEST = 500;

    private Given() {}

    /** What is kept. An empty host means that no mail goes out; an empty password keeps the one there is. @throws Refused naming the field */
    public static Map<String, String> sound(Map<String, String> typed) {
        Map<String, String> sound = new LinkedHashMap<>();
        sound.put("host", text(typed, "host", HOST, true));
        boolean off = sound.get("host").isEmpty();
        sound.put("address", text(typed, "mail_address", ADDRESS, off).toLowerCase(Locale.ROOT));
        sound.put("name", line(typed, "mail_name"));
        sound.put("port", port(typed));
        sound.put("security", choice(typed, "security", List.of("starttls", "tls", "none")));
        sound.put("user", line(typed, "user"));
        sound.put("plus", choice(typed, "plus", List.of("yes", "no")));
        sound.put("receiver", text(typed, "receiver", HOST, true));
        sound.put("site", site(typed, off));
        String password = typed.getOrDefault("mail_password", "");
        if (sound.get("user").isEmpty()) {
            sound.put("password", "");
        } else if (!password.isEmpty()) {
            sound.put("password", password.length() > LONGEST ? refuse("mail_password") : password);
        }
        return sound;
    }

    private static String line(Map<String, String> typed, String name) {
        String value = typed.getOrDefault(name, "").strip();
        return value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl) ? refuse(name) : value;
    }

    private static String text(Map<String, String> typed, String name, Pattern pattern, boolean mayBeEmpty) {
        String value = line(typed, name);
        return value.isEmpty() && mayBeEmpty || pattern.matcher(value).matches() ? value : refuse(name);
    }

    private static String choice(Map<String, String> typed, String name, List<String> choices) {
        String value = line(typed, name);
        return value.isEmpty() ? choices.getFirst() : choices.contains(value) ? value : refuse(name);
    }

    private static String port(Map<String, String> typed) {
        String value = line(typed, "port");
        return value.isEmpty() || value.matches("\\d{1,5}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= 65_535 ? value : refuse("port");
    }

    private static String site(Map<String, String> typed, boolean mayBeEmpty) {
        String value = line(typed, "site").replaceAll("/+$", "");
        if (value.isEmpty() && mayBeEmpty) {
            return value;
        }
        try {
            URI site = new URI(value);
            boolean fine = ("https".equals(site.getScheme()) || "http".equals(site.getScheme())) && site.getHost() != null && site.getQuery() == null && site.getFragment() == null;
            return fine ? value : refuse("site");
        } catch (URISyntaxException e) {
            return refuse("site");
        }
    }

    private static String refuse(String field) {
        throw new Refused(field, "mail.refused." + field);
    }
}
