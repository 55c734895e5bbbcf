package whom.conversations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.NotFound;
import whom.kernel.Refused;

/**
 * Talking with somebody else about one matter: a supplier, a manager, whoever pays (P10). It begins empty; who takes part reads
 * that one and no other; the one served reads it, unless two agents withhold it for a time, with a reason.
 */
@Component
public class SideConversations {

    private final SideStore store;
    private final Conversations conversations;
    private final AttachmentStore attachments;

    SideConversations(SideStore store, Conversations conversations, AttachmentStore attachments) {
        this.store = store;
        this.conversations = conversations;
        this.attachments = attachments;
    }

    /** @param keys of those who take part: a person's id, or minus a team's */
    @Transactional
    public UUID open(long conversation, String subject, String why, List<Long> keys) {
        refuseEmpty(subject, "subject", "conversations.side.subject");
        refuseEmpty(why, "why", "conversations.side.why");
        if (keys.isEmpty()) {
            throw new Refused("with", "conversations.side.with");
        }
        return store.open(conversation, subject.strip(), why.strip(), keys).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public List<Side> of(long conversation) {
        return store.of(conversation);
    }

    /** What was said in one; on record as reading. */
    @Transactional
    public OpenedSide read(UUID side) {
        var found = store.find(side);
        store.recordReading(found.id());
        return new OpenedSide(found.id(), side, found.conversation(), found.subject(), found.why(), found.mayAnswer(), attachments.of(found.messages(), found.conversation()));
    }

    @Transactional
    public long say(UUID side, String text, List<Upload> files) {
        var found = store.find(side);
        return conversations.say(found.id(), Message.Kind.SIDE, found.conversation(), text, files);
    }

    @Transactional
    public void name(UUID side, long key) {
        found(store.name(conversations.side(side), key));
    }

    @Transactional
    public void end(UUID side, long key) {
        found(store.end(conversations.side(side), key));
    }

    /** One agent asks; it counts when {@link #decide another} has agreed. */
    @Transactional
    public void askToWithhold(UUID side, String reason, Instant until) {
        refuseEmpty(reason, "reason", "conversations.side.reason");
        found(store.askToWithhold(conversations.side(side), reason.strip(), until));
    }

    @Transactional
    public void decide(long conversation, UUID side, boolean yes) {
        found(store.decide(inConversation(conversation, side), yes));
    }

    @Transactional
    public void endWithholding(long conversation, UUID side) {
        found(store.endWithholding(inConversation(conversation, side)));
    }

    /** An agent who does not take part knows of it through its conversation alone. */
    private long inConversation(long conversation, UUID side) {
        return store.of(conversation).stream().filter(s -> s.publicId().equals(side)).findFirst().orElseThrow(NotFound::new).id();
    }

    private static void refuseEmpty(String text, String field, String key) {
        if (text.isBlank()) {
            throw new Refused(field, key);
        }
    }

    private static void found(boolean done) {
        if (!done) {
            throw new NotFound();
        }
    }
}
