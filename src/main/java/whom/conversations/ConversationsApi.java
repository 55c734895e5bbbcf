package whom.conversations;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import whom.access.NotAllowed;
import whom.access.Viewers;
import whom.api.At;
import whom.api.Does;

/** What is said and who reads it, for programs. The same door, the same rights; a token needs the scope besides (P11). */
@RestController
@RequestMapping("/api/v1")
class ConversationsApi {

    static final String WRITES = "tickets:write";

    private final Conversations conversations;
    private final Readers readers;

    ConversationsApi(Conversations conversations, Readers readers) {
        this.conversations = conversations;
        this.readers = readers;
    }

    record Text(String text) {}

    record File(UUID id, String name, String type, long size, String address) {}

    record MessageView(UUID id, String kind, String sender, @Nullable String right, String channel, boolean verified, String text, @Nullable String whole, boolean automatic, @Nullable String language, Instant at, List<File> attachments) {
        static MessageView of(Message m) {
            return new MessageView(m.publicId(), m.kind().name().toLowerCase(java.util.Locale.ROOT), m.sender(), m.right() == null ? null : m.right().key(), m.channel(), m.verified(),
                    m.shown(), m.shortened() ? m.text() : null, m.automatic(), m.language(), m.at(), m.files().stream().map(f -> new File(f.id(), f.name(), f.type(), f.size(), f.address())).toList());
        }
    }

    record ReaderView(String right, String name, boolean team, Instant since, @Nullable Instant until, @Nullable String letIn) {}

    record ReadingView(String right, String team, String name, List<String> what, Instant first, Instant last) {}

    @Does("What was said in a ticket, as far as one may read it; it is on record as reading.")
    @GetMapping("/tickets/{number}/messages")
    List<MessageView> messages(@PathVariable String number) {
        return conversations.open(conversations.numbered(number)).messages().stream().map(MessageView::of).toList();
    }

    @Does(value = "Says something to the one served and all who read.", status = 201)
    @PostMapping("/tickets/{number}/messages")
    ResponseEntity<MessageView> say(@PathVariable String number, @RequestBody Text said, HttpServletRequest request) {
        writes(request);
        long conversation = conversations.numbered(number);
        return one(conversation, conversations.say(conversation, said.text(), List.of()));
    }

    @Does(value = "Writes an internal note among the agents.", status = 201)
    @PostMapping("/tickets/{number}/notes")
    ResponseEntity<MessageView> note(@PathVariable String number, @RequestBody Text said, HttpServletRequest request) {
        writes(request);
        long conversation = conversations.numbered(number);
        return one(conversation, conversations.note(conversation, said.text(), List.of()));
    }

    @Does("Who can read a ticket, and by what right.")
    @GetMapping("/tickets/{number}/readers")
    List<ReaderView> readers(@PathVariable String number, HttpServletRequest request) {
        return readers.whoCanRead(conversations.numbered(number), Viewers.required(request).language()).stream()
                .map(r -> new ReaderView(r.right().key(), r.name(), r.team(), r.since(), r.ends() ? r.until() : null, r.letIn())).toList();
    }

    @Does("Who has read a ticket.")
    @GetMapping("/tickets/{number}/readings")
    List<ReadingView> readings(@PathVariable String number, HttpServletRequest request) {
        return readers.whoHasRead(conversations.numbered(number), Viewers.required(request).language()).stream()
                .map(r -> new ReadingView(r.right().key(), r.team(), r.name(), r.what(), r.first(), r.last())).toList();
    }

    @Does("One message; it is on record as reading.")
    @GetMapping("/messages/{message}")
    MessageView one(@PathVariable UUID message) {
        return MessageView.of(conversations.message(message));
    }

    private ResponseEntity<MessageView> one(long conversation, long message) {
        return created(conversations.read(conversation).messages(), message);
    }

    static ResponseEntity<MessageView> created(List<Message> messages, long message) {
        MessageView view = messages.stream().filter(m -> m.id() == message).map(MessageView::of).findFirst().orElseThrow();
        return new At("/api/v1/messages/" + view.id()).created(view);
    }

    /** @throws NotAllowed for a token without the scope to write */
    static void writes(HttpServletRequest request) {
        if (!Viewers.required(request).may(WRITES)) {
            throw new NotAllowed();
        }
    }
}
