package whom.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * All that a page reads is read in one transaction: the database is told once who asks, and what the reading leaves on record is
 * kept before the page is shown. Commands have transactions of their own, and so has what answers with bytes, which a slow reader
 * may take long to fetch. A newer request of the same view ends one that is slow.
 */
@Component
class PageTransactions implements HandlerInterceptor, WebMvcConfigurer {

    private static final String OPEN = PageTransactions.class.getName();
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private record View(long session, String path) {}

    private record Open(TransactionStatus status, @Nullable View view, SlowReading reading) {}

    /** Found once: to look a bean up for each page costs more than some statements. */
    private final Supplier<PlatformTransactionManager> transactions;
    private final Supplier<DataSource> dataSource;
    private final Map<View, SlowReading> running = new ConcurrentHashMap<>();

    PageTransactions(ObjectProvider<PlatformTransactionManager> transactions, ObjectProvider<DataSource> dataSource) {
        this.transactions = SingletonSupplier.of(transactions::getObject);
        this.dataSource = SingletonSupplier.of(dataSource::getObject);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** Before anybody makes a page of what went wrong, which needs a transaction that still works. */
    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst((request, response, handler, failure) -> {
            taken(request).ifPresent(this::rollBack);
            return null;
        });
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<Viewer> viewer = Viewers.of(request);
        if (viewer.isPresent() && request.getDispatcherType() == DispatcherType.REQUEST && READING.contains(request.getMethod()) && isPage(handler)) {
            request.setAttribute(OPEN, begin(viewer.get().session() == 0 ? null : new View(viewer.get().session(), request.getRequestURI())));
        }
        return true;
    }

    private static boolean isPage(Object handler) {
        return handler instanceof HandlerMethod method && (method.getReturnType().getParameterType() == ModelAndView.class || method.getReturnType().getParameterType() == String.class)
                && !method.hasMethodAnnotation(ResponseBody.class) && !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class);
    }

    private Open begin(@Nullable View view) {
        if (view != null) {
            Optional.ofNullable(running.get(view)).ifPresent(SlowReading::end);
        }
        TransactionStatus status = transactions.get().getTransaction(new DefaultTransactionDefinition());
        var reading = new SlowReading(DataSourceUtils.getConnection(dataSource.get()));
        if (view != null) {
            running.put(view, reading);
        }
        return new Open(status, view, reading);
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        taken(request).ifPresent(open -> {
            if (open.status.isRollbackOnly()) {
                giveUp(open);
            } else {
                over(open);
                transactions.get().commit(open.status);
            }
        });
    }

    /** Something within was not there, and the page came about without it: nothing may be lost with that. */
    private void giveUp(Open open) {
        boolean wrote;
        try {
            wrote = open.reading.hasWritten();
        } finally {
            rollBack(open);
        }
        if (wrote) {
            throw new IllegalStateException("what this page puts on record would be lost");
        }
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        taken(request).ifPresent(this::rollBack);
    }

    private static Optional<Open> taken(HttpServletRequest request) {
        Open open = (Open) request.getAttribute(OPEN);
        request.removeAttribute(OPEN);
        return Optional.ofNullable(open);
    }

    private void rollBack(Open open) {
        over(open);
        if (!open.status.isCompleted()) {
            transactions.get().rollback(open.status);
        }
    }

    private void over(Open open) {
        open.reading.over();
        if (open.view != null) {
            running.remove(open.view, open.reading);
        }
    }
}
