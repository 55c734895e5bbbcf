package whom.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/**
 * What the next page says about what was just done, with the way to undo it. It travels in a cookie that lives for one
 * page, since nodes share no memory; it carries the key of a text and short arguments, never text somebody wrote.
 *
 * @param undo where a POST takes it back, or null
 */
public record Flash(String key, List<String> arguments, @Nullable String undo) {

    private static final String SEPARATOR = "\n";

    public Flash {
        arguments = List.copyOf(arguments);
    }

    public static Flash of(String key, Object... arguments) {
        return new Flash(key, Arrays.stream(arguments).map(String::valueOf).toList(), null);
    }

    public Flash undoneBy(String path) {
        return new Flash(key, arguments, path);
    }

    /** Call before redirecting. */
    public void keep(HttpServletRequest request, HttpServletResponse response) {
        send(request, response, encoded(), 60);
    }

    static @Nullable Flash take(HttpServletRequest request, HttpServletResponse response) {
        Cookie[] cookies = request.getCookies();
        String name = name(request);
        String sent = cookies == null ? null : Arrays.stream(cookies).filter(c -> c.getName().equals(name)).map(Cookie::getValue).findFirst().orElse(null);
        if (sent == null || sent.isEmpty()) {
            return null;
        }
        send(request, response, "", 0);
        return decode(sent);
    }

    String encoded() {
        String plain = key + SEPARATOR + (undo == null ? "" : undo) + arguments.stream().map(a -> SEPARATOR + a).collect(Collectors.joining());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable Flash decode(String sent) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(sent), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            if (parts.length < 2 || !parts[0].matches("[a-z][\\w.]{0,79}")) {
                return null;
            }
            // a path within this site only, whoever set the cookie
            String undo = parts[1].matches("/[\\w-][\\w/.-]*") ? parts[1] : null;
            return new Flash(parts[0], List.of(parts).subList(2, parts.length), undo);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The prefix keeps neighbouring host names from planting one; browsers want it only over https. */
    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-flash" : "flash";
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, String value, int seconds) {
        response.addHeader("Set-Cookie", ResponseCookie.from(name(request), value).path("/").httpOnly(true)
                .secure(request.isSecure()).sameSite("Lax").maxAge(seconds).build().toString());
    }
}
