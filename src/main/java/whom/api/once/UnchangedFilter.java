package whom.api.once;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.pattern.PathPattern;
import whom.access.Viewers;
import whom.api.Seen;
import whom.api.Stale;
import whom.kernel.Rows;
import whom.kernel.Sql;

/**
 * Every thing of the API that can be changed says by its ETag what was seen of it, and a change that brings an If-Match is refused
 * with 412 when the thing is another one meanwhile: looked at, compared and changed in one transaction, one at a time. A change below
 * a thing, such as {@code POST /services/wifi/offerings}, is one of the thing. Endpoints that count versions themselves take
 * {@link Seen}. Stands last among the filters, since it asks twice.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class UnchangedFilter extends OncePerRequestFilter {

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final TransactionTemplate transactions;
    private final Rows rows;
    private final HandlerExceptionResolver failures;
    private final ObjectProvider<RequestMappingHandlerMapping> routes;
    private volatile @Nullable List<PathPattern> things;

    UnchangedFilter(TransactionTemplate transactions, Rows rows, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures,
                    @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.transactions = transactions;
        this.rows = rows;
        this.failures = failures;
        this.routes = routes;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/api/") || Viewers.of(request).isEmpty()
                || !request.getMethod().equals("POST") && thing(request.getServletPath(), request.getMethod()) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        var held = new ContentCachingResponseWrapper(response);
        String match = request.getHeader("If-Match");
        if (request.getMethod().equals("GET")) {
            chain.doFilter(request, held);
            tag(held);
            if (held.getStatus() == 200 && Arrays.stream(String.valueOf(request.getHeader("If-None-Match")).split(",", 20)).anyMatch(seen -> plain(seen).equals(held.getHeader("ETag")))) {
                held.resetBuffer();
                held.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            }
        } else if (match == null || match.strip().equals("*") || thing(request.getServletPath(), request.getMethod()) == null) {
            chain.doFilter(request, held);
            tagMoved(held);
        } else {
            compare(WholeRequest.of(request), held, chain, match);
        }
        held.copyBodyToResponse();
    }

    /** The thing itself, of what is asked for or changed below it; null where there is none, or one that counts its versions. */
    private @Nullable String thing(String path, String method) {
        if (method.equals("GET")) {
            return isThing(path) ? path : null;
        }
        if (!CHANGING.contains(method)) {
            return null;
        }
        for (String at = path; at.length() > "/api/".length(); at = at.substring(0, at.lastIndexOf('/'))) {
            if (isThing(at)) {
                return at;
            }
        }
        return null;
    }

    private boolean isThing(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return things().stream().anyMatch(pattern -> pattern.matches(parsed));
    }

    /** By their addresses, which end in a name. */
    private List<PathPattern> things() {
        List<PathPattern> known = things;
        if (known == null) {
            List<PathPattern> read = new ArrayList<>(), counted = new ArrayList<>();
            routes.getObject().getHandlerMethods().forEach((info, handler) -> {
                Set<PathPattern> patterns = info.getPathPatternsCondition() == null ? Set.of() : info.getPathPatternsCondition().getPatterns();
                if (info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                    patterns.stream().filter(pattern -> pattern.getPatternString().startsWith("/api/") && pattern.getPatternString().endsWith("}")).forEach(read::add);
                }
                if (Arrays.asList(handler.getMethod().getParameterTypes()).contains(Seen.class)) {
                    counted.addAll(patterns);
                }
            });
            read.removeIf(pattern -> counted.stream().anyMatch(other -> other.getPatternString().startsWith(pattern.getPatternString())));
            known = List.copyOf(read);
            things = known;
        }
        return known;
    }

    private void compare(WholeRequest request, ContentCachingResponseWrapper held, FilterChain chain, String match) {
        String thing = thing(request.getServletPath(), request.getMethod());
        try {
            transactions.executeWithoutResult(status -> {
                rows.call(Sql.of("select pg_advisory_xact_lock(hashtextextended(?, 0))", thing));
                String now = now(request, thing, held, chain);
                if (now != null && Arrays.stream(match.split(",", 20)).noneMatch(tag -> plain(tag).equals(now))) {
                    throw new Stale(List.of());
                }
                go(chain, request, held);
                tagMoved(held);
                if (held.getStatus() >= 400) {
                    status.setRollbackOnly();
                }
            });
        } catch (Exception thrown) {
            held.resetBuffer();
            failures.resolveException(request, held, null, thrown);
        }
    }

    /** Null where it may not be seen, or is not there: then the change says so itself. */
    private static @Nullable String now(WholeRequest request, @Nullable String thing, HttpServletResponse held, FilterChain chain) {
        var answer = new ContentCachingResponseWrapper(new Unsent(held));
        go(chain, request.reading(String.valueOf(thing)), answer);
        tag(answer);
        return answer.getStatus() == 200 ? answer.getHeader("ETag") : null;
    }

    /** Proxies that pack answers make tags weak. */
    private static String plain(String tag) {
        return tag.strip().replaceFirst("^W/", "");
    }

    private static void go(FilterChain chain, HttpServletRequest request, HttpServletResponse response) {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a change answers with is the thing as it is now, wherever it says where that can be read. */
    private void tagMoved(ContentCachingResponseWrapper held) {
        String place = held.getHeader("Content-Location") == null ? held.getHeader("Location") : held.getHeader("Content-Location");
        if (held.getStatus() < 300 && held.getContentSize() > 0 && place != null && isThing(place)) {
            tag(held);
        }
    }

    private static void tag(ContentCachingResponseWrapper held) {
        if (held.getStatus() < 300 && held.getHeader("ETag") == null) {
            try {
                held.setHeader("ETag", "\"" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(held.getContentAsByteArray()), 0, 8) + "\"");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }
}
