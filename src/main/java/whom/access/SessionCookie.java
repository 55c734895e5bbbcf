package whom.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseCookie;

/** The cookie that holds a session's secret in somebody's browser. */
public final class SessionCookie {

    private SessionCookie() {}

    /** Signs in whoever has just shown who they are. */
    public static void start(Sessions sessions, long account, HttpServletRequest request, HttpServletResponse response) {
        String device = request.getHeader("User-Agent");
        write(sessions.start(account, device == null ? "" : device).shown(), Sessions.LASTS.toSeconds(), request, response);
    }

    static void end(HttpServletRequest request, HttpServletResponse response) {
        write("", 0, request, response);
    }

    private static void write(String value, long seconds, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Set-Cookie", ResponseCookie.from(Viewers.COOKIE, value).path("/").httpOnly(true)
                .secure(request.isSecure()).sameSite("Lax").maxAge(seconds).build().toString());
    }
}
