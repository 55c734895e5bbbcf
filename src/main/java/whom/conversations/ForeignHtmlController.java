package whom.conversations;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** A mail's own form, as a document that may do nothing: no script, no form, nothing loaded, no cookie of ours. */
@Controller
class ForeignHtmlController {

    private static final String BOXED = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            + "form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    private final Conversations conversations;

    ForeignHtmlController(Conversations conversations) {
        this.conversations = conversations;
    }

    @GetMapping(path = "/messages/{id}/html", produces = MediaType.TEXT_HTML_VALUE + ";charset=utf-8")
    @ResponseBody
    String html(@PathVariable UUID id, HttpServletResponse response) {
        String html = conversations.html(id);
        response.setHeader("Content-Security-Policy", BOXED);
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Referrer-Policy", "no-referrer");
        return html;
    }
}
