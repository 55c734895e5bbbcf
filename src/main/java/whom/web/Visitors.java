package whom.web;

import jakarta.servlet.http.HttpServletRequest;

/** Whoever knows the people tells the frame who is looking. */
public interface Visitors {
    Visitor of(HttpServletRequest request);
}
