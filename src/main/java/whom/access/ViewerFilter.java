package whom.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who asks, by session cookie or bearer token, and binds them as the actor for the length of the request. */
@Component
class ViewerFilter extends OncePerRequestFilter {

    private final Sessions sessions;

    ViewerFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/assets/") || path.equals("/healthz");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        Optional<Viewer> viewer = viewer(request);
        if (viewer.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(Viewers.ATTRIBUTE, viewer.get());
        if (request.getDispatcherType() != DispatcherType.ERROR && !TokenScopes.allow(viewer.get(), request.getMethod(), request.getServletPath())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try {
            ScopedValue.where(Actor.CURRENT, viewer.get().actor()).call(() -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** Errors are dispatched a second time, and are pages that somebody looks at. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private Optional<Viewer> viewer(HttpServletRequest request) {
        String bearer = request.getHeader("Authorization");
        if (bearer != null) {
            boolean ours = bearer.length() < 200 && bearer.regionMatches(true, 0, "Bearer ", 0, 7);
            return ours ? sessions.byToken(bearer.substring(7).strip()) : Optional.empty();
        }
        return cookie(request).flatMap(sessions::find);
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(Viewers.COOKIE) && cookie.getValue().length() < 100) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
