package whom.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form that was refused comes back on the page it was sent from, with what was typed and what is wrong, so that no
 * controller need think of it: the page is asked for again, within the same request. Where it was sent from says the
 * Referer header, which our own policy always sends within the site; without it the form's own address is tried. A page that came back
 * stands at the address to which its form was sent, where mostly nothing can be asked for: its forms say themselves whose page they are on.
 */
final class ReturnedForm {

    private static final String MISTAKES = "whom.web.mistakes";
    private static final String TYPED = "whom.web.typed";
    private static final String CAME_BACK_ON = "whom.web.came_back_on";
    /** In the forms of a page that came back. */
    private static final String PAGE = "_page";
    /** Beside what was typed: to which address. */
    static final String SENT_TO = " to";

    private ReturnedForm() {}

    /** False when there is no page to come back to: then the refusal gets a page of its own. */
    static boolean show(HttpServletRequest request, HttpServletResponse response, int status, Mistakes mistakes) throws IOException {
        if (method(request).equals("GET") || request.getAttribute(MISTAKES) != null) {
            return false;
        }
        request.setAttribute(MISTAKES, mistakes);
        Map<String, String[]> typed = new HashMap<>(request.getParameterMap());
        typed.put(SENT_TO, new String[] {request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String sent ? sent : request.getRequestURI()});
        request.setAttribute(TYPED, Map.copyOf(typed));
        String page = sentFrom(request);
        String origin = page == null ? request.getRequestURI() : page;
        request.setAttribute(CAME_BACK_ON, origin);
        response.setStatus(status);
        // htmx swaps the whole of main, whatever part it had asked for
        response.setHeader("HX-Retarget", "#main");
        response.setHeader("HX-Reselect", "#main");
        response.setHeader("HX-Reswap", "outerHTML show:window:top");
        try {
            request.getRequestDispatcher(origin).forward(new PageAgain(request), response);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        return true;
    }

    /** An error is dispatched as a GET, whatever had been sent. */
    private static String method(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String sent ? sent : request.getMethod();
    }

    static Mistakes mistakes(HttpServletRequest request) {
        return request.getAttribute(MISTAKES) instanceof Mistakes made ? made : Mistakes.NONE;
    }

    @SuppressWarnings("unchecked")
    static Map<String, String[]> typed(HttpServletRequest request) {
        return request.getAttribute(TYPED) instanceof Map<?, ?> typed ? (Map<String, String[]>) typed : Map.of();
    }

    static boolean isFromHere(HttpServletRequest request) {
        return page(request.getHeader("Referer"), request.getHeader("Host")) != null;
    }

    /** The page that a form came back on, or null. */
    static @Nullable String cameBackOn(HttpServletRequest request) {
        return request.getAttribute(CAME_BACK_ON) instanceof String page ? page : null;
    }

    /** The page on which a form stood that was sent, or null where that cannot be told. */
    static @Nullable String sentFrom(HttpServletRequest request) {
        String host = request.getHeader("Host");
        String said = request.getParameter(PAGE);
        String page = said == null ? null : page("http://" + host + said, host);
        return page == null ? page(request.getHeader("Referer"), host) : page;
    }

    /** The path and query of a page of ours, or null. */
    static @Nullable String page(@Nullable String referer, @Nullable String host) {
        if (referer == null || host == null) {
            return null;
        }
        try {
            URI uri = new URI(referer);
            String path = uri.getRawPath();
            boolean ours = host.equalsIgnoreCase(uri.getRawAuthority()) && path != null && path.startsWith("/") && !path.startsWith("//") && !path.contains("..");
            return !ours ? null : uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (java.net.URISyntaxException e) {
            return null;
        }
    }
}
