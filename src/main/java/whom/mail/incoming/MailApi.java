package whom.mail.incoming;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import whom.access.NotAllowed;
import whom.access.Role;
import whom.access.Viewer;
import whom.access.Viewers;
import whom.api.Does;
import whom.kernel.Refused;

/**
 * A mail server brings letters by HTTP. What a service account brings is believed as far as the server that wrote its
 * Authentication-Results; what a person brings never is, since nobody acts as another (P11).
 */
@RestController
class MailApi {

    private final Arrivals arrivals;

    MailApi(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    /** @param known it was here before, and counts once */
    record Taken(String id, boolean known) {}

    @Does(value = "Takes a message in as it came (RFC 5322); it becomes a ticket or joins the right one. The same message counts once.", status = 202)
    @PostMapping(path = "/api/v1/mail", consumes = "message/rfc822")
    ResponseEntity<Taken> take(HttpServletRequest request) throws IOException {
        Viewer viewer = Viewers.required(request);
        if (!viewer.may("mail:deliver") || viewer.person() && !viewer.has(Role.ADMINISTRATOR)) {
            throw new NotAllowed();
        }
        try (var letter = new Spool(Arrivals.LARGEST)) {
            if (request.getInputStream().transferTo(letter) == 0) {
                throw new Refused("", "mail.deliver.empty");
            }
            if (letter.isTooLarge()) {
                throw new Refused("", "mail.deliver.large", Arrivals.LARGEST / (1024 * 1024));
            }
            var kept = arrivals.keep(letter, "", !viewer.person());
            return ResponseEntity.status(HttpStatus.ACCEPTED).body(new Taken(kept.key(), !kept.fresh()));
        }
    }
}
