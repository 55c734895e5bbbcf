package whom.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the shell for a request. */
@Component
class Shells {

    static final String MISTAKES = "whom.web.mistakes";

    private final Assets assets;
    private final List<NavigationEntry> navigation;
    private final ObjectProvider<Visitors> visitors;
    private final Clock clock;

    Shells(Assets assets, List<NavigationEntry> navigation, ObjectProvider<Visitors> visitors, ObjectProvider<Clock> clock) {
        this.assets = assets;
        this.navigation = List.copyOf(navigation);
        this.visitors = visitors;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    Shell of(HttpServletRequest request, HttpServletResponse response) {
        Look look = Look.of(request);
        Visitor visitor = visitors.stream().findFirst().map(v -> v.of(request)).orElseGet(Visitor::stranger);
        Wording words = PlainWords.in(look.language() == null ? spoken(request) : look.language());
        Mistakes mistakes = request.getAttribute(MISTAKES) instanceof Mistakes made ? made : Mistakes.NONE;
        String path = path(request);
        return new Shell(words, visitor, path, address(path, request), look, assets.base(), navigation, mistakes,
                mistakes.isEmpty() ? Map.of() : request.getParameterMap(), Flash.take(request, response),
                new Times(clock.instant(), visitor.zone(), words), () -> token(request));
    }

    private static String spoken(HttpServletRequest request) {
        return request.getLocale().getLanguage().equals("de") ? "de" : "en";
    }

    /** On an error page: where the visitor wanted to go. */
    static String path(HttpServletRequest request) {
        Object wanted = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return wanted instanceof String path ? path : request.getRequestURI();
    }

    private static String address(String path, HttpServletRequest request) {
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    private static @Nullable String token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : null;
    }
}
