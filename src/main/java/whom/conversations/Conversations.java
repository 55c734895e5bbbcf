package whom.conversations;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;
import whom.kernel.NotFound;
import whom.kernel.PublicNumber;
import whom.kernel.Refused;

/**
 * What is said. Whether somebody may say or read it is the database's to know: what may not be seen answers like what is not
 * there (P8). A conversation's id is its ticket's.
 */
@Component
public class Conversations {

    /** What one message may say; a mail may say more. */
    static final int LONGEST = 50_000;

    private final ConversationStore store;
    private final AttachmentStore attachments;
    private final ApplicationEventPublisher events;
    private final Supplier<List<Deliveries>> deliveries;

    Conversations(ConversationStore store, AttachmentStore attachments, ApplicationEventPublisher events, ObjectProvider<Deliveries> deliveries) {
        this.store = store;
        this.attachments = attachments;
        this.events = events;
        this.deliveries = SingletonSupplier.of(() -> deliveries.stream().toList());
    }

    /** The conversation of a number as somebody typed it. @throws NotFound also when it may not be seen */
    @Transactional(readOnly = true)
    public long numbered(String typed) {
        return PublicNumber.read(typed).flatMap(store::numbered).orElseThrow(NotFound::new);
    }

    /** To the one served and all who read. @return the message */
    @Transactional
    public long say(long conversation, String text, List<Upload> files) {
        return say(store.thread(conversation, Message.Kind.MAIN), Message.Kind.MAIN, conversation, text, files);
    }

    /** What is done about it, in the words of Whom, by whoever does it: it is read and mailed like what is said, and counts as no answer. @return the message */
    @Transactional
    public long tell(long conversation, String text) {
        long thread = store.thread(conversation, Message.Kind.MAIN);
        long message = store.say(thread, text, "system").orElseThrow(NotFound::new);
        events.publishEvent(new Said(conversation, message, Message.Kind.MAIN));
        return message;
    }

    /** Among the agents. */
    @Transactional
    public long note(long conversation, String text, List<Upload> files) {
        return say(store.thread(conversation, Message.Kind.NOTES), Message.Kind.NOTES, conversation, text, files);
    }

    /** Where something of this kind is said. @throws NotFound also when it may not be seen */
    @Transactional(readOnly = true)
    public long thread(long conversation, Message.Kind kind) {
        return store.thread(conversation, kind);
    }

    @Transactional(readOnly = true)
    long side(UUID side) {
        return store.side(side);
    }

    /** All that the one who asks may see of it; that they opened it is on record (P5). */
    @Transactional
    public Conversation open(long conversation) {
        store.recordReading(conversation, "conversation");
        return read(conversation);
    }

    /** The same for a machine's purposes that are not reading, such as a preview after one's own answer: not on record again. */
    @Transactional(readOnly = true)
    public Conversation read(long conversation) {
        var found = store.conversation(conversation);
        List<Message> messages = attachments.of(store.messages(conversation), conversation);
        return found.with(found.right().works() ? sent(messages, conversation) : messages);
    }

    /** One message, which is on record as reading too. @throws NotFound also when it may not be seen */
    @Transactional
    public Message message(UUID message) {
        long conversation = store.conversationOf(message);
        store.recordReading(conversation, "conversation");
        return attachments.of(List.of(store.message(message)), conversation).getFirst();
    }

    /** Only what came after a message, for a page that is already open. */
    @Transactional
    public List<Message> since(long conversation, long message) {
        store.recordReading(conversation, "conversation");
        return attachments.of(store.messagesAfter(conversation, message), conversation);
    }

    /** That a copy was taken is on record like opening. */
    @Transactional
    public void recordExport(long conversation) {
        store.recordReading(conversation, "export");
    }

    /** The mail's own form of a message, cleaned; null when it has none. @throws NotFound */
    @Transactional
    public String html(UUID message, boolean fromElsewhere) {
        return store.html(message, fromElsewhere, attachments::inline);
    }

    private List<Message> sent(List<Message> messages, long conversation) {
        Map<Long, List<Delivery>> mails = deliveries.get().stream().map(each -> each.of(conversation)).findFirst().orElse(Map.of());
        return mails.isEmpty() ? messages : messages.stream().map(message -> mails.containsKey(message.id()) ? message.sent(mails.get(message.id())) : message).toList();
    }

    long say(long thread, Message.Kind kind, long conversation, String text, List<Upload> files) {
        String said = text.strip();
        if (said.isEmpty() && files.isEmpty()) {
            throw new Refused("text", "conversations.say.empty");
        }
        if (said.length() > LONGEST) {
            throw new Refused("text", "conversations.say.long", LONGEST);
        }
        long message = store.say(thread, said, "web").orElseThrow(NotFound::new);
        attachments.attach(message, files);
        events.publishEvent(new Said(conversation, message, kind));
        return message;
    }
}
