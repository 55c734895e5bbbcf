package whom.conversations;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * A mail's own form, as a document that may do nothing: no script, no form, nothing loaded, no cookie of ours. Whoever reads it may
 * ask for the pictures that lie elsewhere, each time anew; their browser then fetches them, and says neither where from nor who.
 */
@Controller
class ForeignHtmlController {

    private static final String BOXED = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:%s; "
            + "form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    private final Conversations conversations;

    ForeignHtmlController(Conversations conversations) {
        this.conversations = conversations;
    }

    @GetMapping(path = "/messages/{id}/html", produces = MediaType.TEXT_HTML_VALUE + ";charset=utf-8")
    @ResponseBody
    String html(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean pictures, HttpServletResponse response) {
        String html = conversations.html(id, pictures);
        response.setHeader("Content-Security-Policy", BOXED.formatted(pictures ? " https:" : ""));
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Referrer-Policy", "no-referrer");
        return html;
    }
}
