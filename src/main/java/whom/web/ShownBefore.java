package whom.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import whom.access.Viewers;
import whom.kernel.Changed;
import whom.kernel.Rows;
import whom.kernel.Sql;

/**
 * A form that changes a thing says when it was shown ({@code web/_shown.jte}). Was the thing changed since, in another tab or by
 * somebody else, the form comes back with what was typed, and says so; sent again, it counts.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class ShownBefore extends OncePerRequestFilter {

    private static final String SHOWN = "_shown";

    private final Rows rows;
    private final TransactionTemplate transactions;
    private final HandlerExceptionResolver failures;

    ShownBefore(Rows rows, TransactionTemplate transactions, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures) {
        this.rows = rows;
        this.transactions = transactions;
        this.failures = failures;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String shown = request.getMethod().equals("POST") ? request.getParameter(SHOWN) : null;
        return shown == null || !shown.matches("\\d{1,18}") || Viewers.of(request).isEmpty() || request.getServletPath().split("/").length < 3;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        String[] words = request.getServletPath().split("/");
        boolean changed = Boolean.TRUE.equals(transactions.execute(status -> rows.is(Sql.of("select log.changed_after(?, ?, ?)", words[1], name(words), Long.parseLong(request.getParameter(SHOWN))))));
        if (changed) {
            failures.resolveException(request, response, null, new Changed());
            return;
        }
        chain.doFilter(request, response);
    }

    /** Facts go by their kind and a key of it. */
    private static String name(String[] words) {
        return words[1].equals("facts") && words.length > 3 ? words[2] + "/" + words[3] : words[2];
    }
}
