package whom.conversations;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The composer saves what is being written; {@code static/js/writing.js} calls it. */
@Controller
class DraftController {

    private final Conversations conversations;
    private final Drafts drafts;

    DraftController(Conversations conversations, Drafts drafts) {
        this.conversations = conversations;
        this.drafts = drafts;
    }

    @PostMapping("/conversations/{number}/drafts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(@PathVariable String number, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "main") String kind) {
        drafts.save(conversations.thread(conversations.numbered(number), kind.startsWith("note") ? Message.Kind.NOTES : Message.Kind.MAIN), text);
    }

    @PostMapping("/side/{side}/drafts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void saveAside(@PathVariable java.util.UUID side, @RequestParam(defaultValue = "") String text) {
        drafts.save(conversations.side(side), text);
    }
}
