package whom.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Where a request's {@link Viewer} is. */
public final class Viewers {

    static final String ATTRIBUTE = "whom.viewer";
    static final String COOKIE = "whom";

    private Viewers() {}

    public static Optional<Viewer> of(HttpServletRequest request) {
        return Optional.ofNullable((Viewer) request.getAttribute(ATTRIBUTE));
    }

    /** @throws NotSignedIn when nobody is */
    public static Viewer required(HttpServletRequest request) {
        return of(request).orElseThrow(NotSignedIn::new);
    }
}
