package whom.vocabulary.house;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import whom.access.NotAllowed;
import whom.access.Role;
import whom.access.Viewer;
import whom.access.Viewers;

/** Who looks at a page for administrators. */
record Administrator(Viewer viewer) {

    /** @throws NotAllowed when they are none */
    static Administrator of(HttpServletRequest request) {
        Viewer viewer = Viewers.required(request);
        if (!viewer.has(Role.ADMINISTRATOR)) {
            throw new NotAllowed();
        }
        return new Administrator(viewer);
    }

    Locale locale() {
        return Locale.of(viewer.language());
    }
}
