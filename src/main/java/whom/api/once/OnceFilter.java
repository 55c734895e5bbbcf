package whom.api.once;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import whom.access.Repeats;
import whom.access.Repeats.Earlier;
import whom.access.Viewers;
import whom.kernel.Changed;
import whom.kernel.Refused;

/**
 * One place for every POST of the API. The work and the record of it are one transaction, so that a crash leaves both or
 * neither, and who asks twice at once waits for themselves. What fails is not recorded: it changed nothing, and may be tried again.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class OnceFilter extends OncePerRequestFilter {

    private static final String KEY = "Idempotency-Key";

    private final TransactionTemplate transactions;
    private final Repeats repeats;
    private final HandlerExceptionResolver failures;

    OnceFilter(TransactionTemplate transactions, Repeats repeats, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures) {
        this.transactions = transactions;
        this.repeats = repeats;
        this.failures = failures;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getHeader(KEY) == null || !request.getServletPath().startsWith("/api/") || Viewers.of(request).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        var held = new ContentCachingResponseWrapper(response);
        try {
            String key = key(request.getHeader(KEY));
            WholeRequest whole = WholeRequest.of(request);
            Optional<Earlier> earlier = transactions.execute(status -> {
                Optional<Earlier> before = repeats.earlier(key, whole.hash());
                if (before.isEmpty()) {
                    go(chain, whole, held);
                    if (held.getStatus() < 400) {
                        repeats.answered(key, held.getStatus(), place(held));
                    } else {
                        status.setRollbackOnly();
                    }
                }
                return before;
            });
            if (earlier != null && earlier.isPresent()) {
                repeat(earlier.get(), whole, held, chain);
            }
        } catch (Exception thrown) {
            held.resetBuffer();
            failures.resolveException(request, held, null, isImpatient(thrown) ? new Changed() : thrown);
        }
        held.copyBodyToResponse();
    }

    private static String key(String typed) {
        if (!typed.matches("[\\x21-\\x7e]{1,200}")) {
            throw new Refused("", "api.once.key");
        }
        return typed;
    }

    /** Rights may have changed since: then the answer is what reading it says now. */
    private static void repeat(Earlier earlier, WholeRequest whole, HttpServletResponse response, FilterChain chain) {
        if (!earlier.same()) {
            throw new Refused("", "api.once.other");
        }
        response.setHeader("Idempotent-Replayed", "true");
        if (earlier.location() == null) {
            response.setStatus(earlier.status());
            return;
        }
        go(chain, whole.reading(earlier.location()), response);
        if (response.getStatus() == 200) {
            response.setStatus(earlier.status());
            response.setHeader(earlier.status() == 201 ? "Location" : "Content-Location", earlier.location());
        }
    }

    private static void go(FilterChain chain, HttpServletRequest request, HttpServletResponse response) {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String place(HttpServletResponse response) {
        String location = response.getHeader("Location") == null ? response.getHeader("Content-Location") : response.getHeader("Location");
        return location != null && location.startsWith("/api/") ? location : null;
    }

    /** The same request is still under way elsewhere. */
    private static boolean isImpatient(Exception thrown) {
        return thrown instanceof DataAccessException && thrown.getCause() instanceof java.sql.SQLException cause && "57014".equals(cause.getSQLState());
    }
}
