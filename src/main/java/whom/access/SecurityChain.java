package whom.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.util.WebUtils;

/**
 * Everything is for people who are signed in, unless its path is among {@link #OPEN}. Forms carry a token against foreign
 * sites; the API is asked with a bearer token, which no foreign site can send. Headers are the web module's.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChain {

    /** A path here, or below it, is open to strangers; modules with open pages name them by {@link OpenPaths}. */
    private static final List<String> OPEN = List.of("/assets", "/healthz", "/sign-in", "/error");

    @Bean
    SecurityFilterChain pages(HttpSecurity security, ViewerFilter viewers, List<OpenPaths> openPaths) {
        List<String> open = new java.util.ArrayList<>(OPEN);
        openPaths.forEach(more -> open.addAll(more.paths()));
        List<String> elsewhere = openPaths.stream().flatMap(more -> more.postedFromElsewhere().stream()).toList();
        return security
                .addFilterBefore(viewers, UsernamePasswordAuthenticationFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .rememberMe(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()).ignoringRequestMatchers(request -> byToken(request) || isBelow(elsewhere, request)))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(
                        (authentication, context) -> new AuthorizationDecision(isOpen(open, context) || Viewers.of(context.getRequest()).isPresent())))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(SecurityChain::toSignIn))
                .build();
    }

    /** Inside the chain it is placed by hand; as a plain filter it would run twice. */
    @Bean
    FilterRegistrationBean<ViewerFilter> onlyInTheChain(ViewerFilter viewers) {
        var registration = new FilterRegistrationBean<>(viewers);
        registration.setEnabled(false);
        return registration;
    }

    private static CookieCsrfTokenRepository tokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("whom_form");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax").path("/"));
        return tokens;
    }

    private static boolean isOpen(List<String> open, RequestAuthorizationContext context) {
        return isBelow(open, context.getRequest());
    }

    private static boolean isBelow(List<String> paths, HttpServletRequest request) {
        String path = request.getRequestURI();
        return paths.stream().anyMatch(o -> path.equals(o) || path.startsWith(o + "/"));
    }

    /**
     * A bearer token is sent by programs, never by a browser on its own. A wrong one is refused as a token, not as a form, and so is
     * none at all where the API is asked.
     */
    private static boolean byToken(HttpServletRequest request) {
        return request.getHeader("Authorization") != null || request.getRequestURI().startsWith("/api/") && WebUtils.getCookie(request, Viewers.COOKIE) == null;
    }

    private static void toSignIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            response.setHeader("WWW-Authenticate", "Bearer");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        String wanted = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        boolean page = request.getMethod().equals("GET") && !wanted.equals("/") && wanted.length() < 1_000;
        response.sendRedirect("/sign-in" + (page ? "?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) : ""));
    }
}
