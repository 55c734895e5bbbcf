package whom.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import whom.access.Viewer;
import whom.access.Viewers;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.vocabulary.Audience;
import whom.vocabulary.Vocabularies;
import whom.vocabulary.Words;

/** Makes the shell for a request. */
@Component
public class Shells {

    private final Assets assets;
    private final List<NavigationEntry> navigation;
    private final List<Banner> banners;
    private final Vocabularies vocabularies;
    private final Rows rows;

    Shells(Assets assets, List<NavigationEntry> navigation, List<Banner> banners, Vocabularies vocabularies, Rows rows) {
        this.rows = rows;
        this.assets = assets;
        this.navigation = List.copyOf(navigation);
        this.banners = List.copyOf(banners);
        this.vocabularies = vocabularies;
    }

    /** @param whole false for a part that htmx asked for: what was just done is said by the next whole page */
    Shell of(HttpServletRequest request, HttpServletResponse response, boolean whole) {
        Viewer viewer = Viewers.of(request).orElse(null);
        Look look = Look.of(request).or(viewer);
        String path = path(request);
        return new Shell(words(request, look, viewer), viewer, path, address(path, request), look, assets.base(), navigation, ReturnedForm.mistakes(request),
                ReturnedForm.typed(request), ReturnedForm.cameBackOn(request), whole ? Flash.take(request, response) : null,
                banners.stream().filter(Banner::shown).findFirst().orElse(null), () -> token(request), this::now);
    }

    /** By the clock that events are written by, in microseconds. */
    private String now() {
        return String.valueOf(rows.number(Sql.of("select (extract(epoch from clock_timestamp()) * 1000000)::bigint")));
    }

    /** For a controller that says something itself. */
    public Words words(HttpServletRequest request) {
        Viewer viewer = Viewers.of(request).orElse(null);
        return words(request, Look.of(request).or(viewer), viewer);
    }

    private Words words(HttpServletRequest request, Look look, @Nullable Viewer viewer) {
        Locale locale = locale(request, look);
        if (viewer == null) {
            return vocabularies.words(locale, Audience.OUTSIDE);
        }
        Words words = vocabularies.words(locale, viewer.inside() ? Audience.INSIDE : Audience.OUTSIDE, viewer.id());
        return words.in(zone(viewer, words));
    }

    /** The chosen language as the browser's country writes it, if the browser speaks it. */
    private static Locale locale(HttpServletRequest request, Look look) {
        Locale browser = request.getLocale();
        return look.language() == null || look.language().equals(browser.getLanguage()) ? browser : Locale.of(look.language());
    }

    private static ZoneId zone(Viewer viewer, Words words) {
        try {
            return ZoneId.of(viewer.timeZone());
        } catch (DateTimeException e) {
            return words.zone();
        }
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
