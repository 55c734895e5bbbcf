package whom.access;

import jakarta.servlet.http.HttpServletRequest;

/** Who may change what the house consists of; a program also needs the scope for it. */
public final class Administering {

    private Administering() {}

    public static boolean may(Viewer viewer) {
        return viewer.has(Role.ADMINISTRATOR) && viewer.may("administration");
    }

    /** @throws NotAllowed when they may not */
    public static Viewer by(HttpServletRequest request) {
        Viewer viewer = Viewers.required(request);
        if (!may(viewer)) {
            throw new NotAllowed();
        }
        return viewer;
    }
}
