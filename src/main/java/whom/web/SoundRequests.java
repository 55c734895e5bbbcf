package whom.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What cannot be read is refused here, before anybody looks at it: parameters that are no UTF-8 or hold NUL, which PostgreSQL cannot,
 * and bodies that are too big for what they are. Files and letters have limits of their own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class SoundRequests extends OncePerRequestFilter {

    private static final int MOST = 4 * 1024 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        int fault = fault(request);
        if (fault == 0) {
            chain.doFilter(isBounded(request) ? new BoundedRequest(request, MOST) : request, response);
            return;
        }
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, fault);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.getRequestDispatcher("/error").forward(new PageAgain(request), response);
    }

    private static int fault(HttpServletRequest request) {
        if (isBounded(request) && request.getContentLengthLong() > MOST) {
            return 413;
        }
        try {
            return request.getParameterMap().entrySet().stream().anyMatch(p -> hasNul(p.getKey()) || Arrays.stream(p.getValue()).anyMatch(SoundRequests::hasNul)) ? 400 : 0;
        } catch (InvalidParameterException unreadable) {
            return unreadable.getErrorCode() == 413 ? 413 : 400;
        } catch (IllegalStateException unreadable) {
            return 400;
        }
    }

    private static boolean isBounded(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.startsWith("multipart/") && !type.startsWith("message/");
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }
}
