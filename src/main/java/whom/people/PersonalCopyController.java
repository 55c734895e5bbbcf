package whom.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import whom.access.Viewer;
import whom.access.Viewers;
import whom.vocabulary.Words;

/** A person's own copy, to keep; nobody fetches another's. */
@Controller
class PersonalCopyController {

    private final PersonalCopy copy;

    PersonalCopyController(PersonalCopy copy) {
        this.copy = copy;
    }

    @GetMapping("/account/copy")
    ResponseEntity<byte[]> download(HttpServletRequest request, Words words) {
        Viewer viewer = Viewers.required(request);
        String name = "whom-" + viewer.key() + "-" + LocalDate.now(ZoneOffset.UTC) + ".json";
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
                .header("Content-Disposition", ContentDisposition.attachment().filename(name).build().toString()).header("Cache-Control", "no-store")
                .body(copy.make(words.say("people.copy.in_it")));
    }
}
