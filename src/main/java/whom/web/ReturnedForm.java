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
 * Referer header, which our own policy always sends within the site; without it the form's own address is tried.
 */
final class ReturnedForm {

    private static final String MISTAKES = "whom.web.mistakes";
    private static final String TYPED = "whom.web.typed";
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
        response.setStatus(status);
        // htmx swaps the whole of main, whatever part it had asked for
        response.setHeader("HX-Retarget", "#main");
        response.setHeader("HX-Reselect", "#main");
        response.setHeader("HX-Reswap", "outerHTML show:window:top");
        try {
            request.getRequestDispatcher(origin(request)).forward(new PageAgain(request), response);
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

    private static String origin(HttpServletRequest request) {
        String page = page(request.getHeader("Referer"), request.getHeader("Host"));
        return page == null ? request.getRequestURI() : page;
    }

    /** The path and query of a page of ours, or null. */
    static @Nullable String page(@Nullable String referer, @Nullable String host) {
        if (referer == null || host == null) {
            return null;
        }
        try {
            URI uri = new URI(referer);
            String path = uri.getRawPath();
            boolean ours = host.equalsIgnoreCase(uri.getRawAuthority()) && path != null && path.startsWith("/") && !path.contains("..");
            return !ours ? null : uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (java.net.URISyntaxException e) {
            return null;
        }
    }
}
