package whom.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import whom.access.Repeats;
import whom.access.Repeats.Earlier;
import whom.access.Viewers;
import whom.kernel.Changed;

/**
 * A form that makes something carries a key of its own ({@code web/_once.jte}). Sent a second time with the same in it, it is not
 * done again: whoever sent it is led to where the first one led. With something else in it, it is another one. What was refused
 * is forgotten, and may be sent again.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 2)
class SentOnce extends OncePerRequestFilter {

    static final String KEY = "_once";
    private static final int WAITS = 80;
    private static final int MILLISECONDS = 100;

    private final Repeats repeats;
    private final HandlerExceptionResolver failures;

    SentOnce(Repeats repeats, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures) {
        this.repeats = repeats;
        this.failures = failures;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || Viewers.of(request).isEmpty() || request.getServletPath().startsWith("/api/") || !isKey(request.getParameter(KEY));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        byte[] sent = hash(request);
        String key = "form " + HexFormat.of().formatHex(sent);
        Optional<Earlier> earlier = begun(key, sent);
        if (earlier.isPresent()) {
            lead(earlier.get(), request, response);
            return;
        }
        boolean done = false;
        try {
            chain.doFilter(request, response);
            done = response.getStatus() < 400;
        } finally {
            if (done) {
                repeats.ended(key, response.getStatus(), place(response, request));
            } else {
                repeats.gaveUp(key);
            }
        }
    }

    /** Empty for the first. Whoever comes at the same time waits for its end. */
    private Optional<Earlier> begun(String key, byte[] sent) {
        Optional<Earlier> earlier = repeats.begun(key, sent);
        for (int wait = 0; wait < WAITS && earlier.isPresent() && earlier.get().isUnderWay(); wait++) {
            try {
                Thread.sleep(MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return earlier;
            }
            earlier = repeats.begun(key, sent);
        }
        return earlier;
    }

    private void lead(Earlier earlier, HttpServletRequest request, HttpServletResponse response) {
        String page = earlier.location() == null ? ReturnedForm.sentFrom(request) : earlier.location();
        if (earlier.isUnderWay() || page == null) {
            failures.resolveException(request, response, null, new Changed()); // the form comes back, and nothing is lost
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", page);
    }

    private static boolean isKey(@Nullable String sent) {
        return sent != null && sent.matches("[0-9a-f-]{36}");
    }

    /** A path of ours, or null. */
    private static @Nullable String place(HttpServletResponse response, HttpServletRequest request) {
        String location = response.getHeader("Location");
        return location == null || location.startsWith("/") && !location.startsWith("//") ? location : ReturnedForm.page(location, request.getHeader("Host"));
    }

    /** Of all that was typed and chosen, and where it was sent. The token against foreign sites may differ. */
    private static byte[] hash(HttpServletRequest request) throws IOException, ServletException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            take(digest, request.getRequestURI());
            for (Map.Entry<String, String[]> field : new TreeMap<>(request.getParameterMap()).entrySet()) {
                if (!field.getKey().equals("_csrf")) {
                    take(digest, field.getKey());
                    for (String value : field.getValue()) {
                        take(digest, value);
                    }
                }
            }
            if (String.valueOf(request.getContentType()).startsWith("multipart/form-data")) {
                for (Part part : request.getParts()) {
                    if (part.getSubmittedFileName() != null) {
                        take(digest, part.getName() + " " + part.getSubmittedFileName() + " " + part.getSize());
                    }
                }
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void take(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) ':');
        digest.update(bytes);
    }
}
