package whom.conversations;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import whom.api.Does;

/** Side conversations, for programs. */
@RestController
class SidesApi {

    private final SideConversations sides;
    private final Conversations conversations;

    SidesApi(SideConversations sides, Conversations conversations) {
        this.sides = sides;
        this.conversations = conversations;
    }

    record View(UUID id, String subject, String why, List<String> participants, Instant openedAt, boolean readable, boolean withheld) {}

    @Does("The side conversations of a ticket.")
    @GetMapping("/api/v1/tickets/{number}/sides")
    List<View> of(@PathVariable String number) {
        return sides.of(conversations.numbered(number)).stream().map(s -> new View(s.publicId(), s.subject(), s.why(), s.participants(), s.openedAt(), s.readable(), s.withheld())).toList();
    }

    @Does("What was said in a side conversation.")
    @GetMapping("/api/v1/sides/{side}/messages")
    List<ConversationsApi.MessageView> read(@PathVariable UUID side) {
        return sides.read(side).messages().stream().map(ConversationsApi.MessageView::of).toList();
    }

    @Does(value = "Says something in a side conversation.", status = 201)
    @PostMapping("/api/v1/sides/{side}/messages")
    ResponseEntity<ConversationsApi.MessageView> say(@PathVariable UUID side, @RequestBody ConversationsApi.Text said, HttpServletRequest request) {
        ConversationsApi.writes(request);
        long message = sides.say(side, said.text(), List.of());
        return ConversationsApi.created(sides.read(side).messages(), message);
    }
}
