package whom.mail.outgoing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import whom.kernel.Refused;
import whom.mail.Trust;

/** What somebody typed as settings, checked. */
public final class Given {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"+,;()]{1,64}@[^\\s@<>\",;()]{1,189}");
    private static final Pattern HOST = Pattern.compile("[\\p{Alnum}.:_-]{1,253}");
    /** In the clear on this machine alone. */
    private static final Pattern ENDPOINT = Pattern.compile("https://[^\\s/@]{1,253}(?:/\\S{0,400})?|http://(?:localhost|127\\.0\\.0\\.1)(?::\\d{1,5})?(?:/\\S{0,400})?");
    private static final int LONGEST = 500;
    /** A refresh token is longer than any password. */
    private static final int LONGEST_SECRET = 4_000;
    private static final int LONGEST_AUTHORITY = 50_000;

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
        sound.put("auth", choice(typed, "auth", List.of("password", "xoauth2")));
        signingIn(typed, sound);
        String password = typed.getOrDefault("mail_password", "");
        if (sound.get("user").isEmpty()) {
            sound.put("password", "");
        } else if (!password.isEmpty()) {
            sound.put("password", password.length() > LONGEST_SECRET ? refuse("mail_password") : password);
        }
        return sound;
    }

    /** The registration with which tokens are fetched, for all mailboxes and for what goes out; and whose certificates are believed. */
    private static void signingIn(Map<String, String> typed, Map<String, String> sound) {
        String endpoint = line(typed, "oauth_endpoint");
        boolean registered = !endpoint.isEmpty();
        sound.put("oauth_endpoint", registered && !ENDPOINT.matcher(endpoint).matches() || sound.get("auth").equals("xoauth2") && !registered ? refuse("oauth_endpoint") : endpoint);
        sound.put("oauth_client", registered && line(typed, "oauth_client").isEmpty() ? refuse("oauth_client") : line(typed, "oauth_client"));
        sound.put("oauth_scope", line(typed, "oauth_scope"));
        String secret = typed.getOrDefault("oauth_secret", "").strip();
        if (!registered || !secret.isEmpty()) {
            sound.put("oauth_secret", secret.length() > LONGEST_SECRET ? refuse("oauth_secret") : registered ? secret : "");
        }
        String authority = typed.getOrDefault("authority", "").strip();
        sound.put("authority", authority.isEmpty() ? "" : authority.length() <= LONGEST_AUTHORITY && Trust.reads(authority) ? authority : refuse("authority"));
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
