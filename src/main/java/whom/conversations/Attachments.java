package whom.conversations;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Refused;

/** Files to be looked at. Opening one is reading, and on record (P5). */
@Component
public class Attachments {

    private final AttachmentStore store;
    private final ConversationStore conversations;

    Attachments(AttachmentStore store, ConversationStore conversations) {
        this.store = store;
        this.conversations = conversations;
    }

    /** The file, whose bytes {@link #piece} brings. @throws whom.kernel.NotFound also when it may not be seen @throws Refused while a scanner has not let it through */
    @Transactional
    public Attachment open(UUID id) {
        var found = store.find(id);
        if (found.file().kept()) {
            throw new Refused("", "conversations.files.kept." + found.file().state(), found.file().name());
        }
        conversations.recordReading(found.conversation(), "attachment");
        return found.file();
    }

    /** What is known of a file. @throws whom.kernel.NotFound also when it may not be seen */
    @Transactional(readOnly = true)
    public Attachment seen(UUID id) {
        return store.find(id).file();
    }

    /** Files of a message that the same transaction has just said; a later one adds none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(long message, List<Upload> files) {
        store.attach(message, files);
    }

    /** @throws whom.kernel.Refused when there are too many, or one is too large */
    public void check(List<Upload> files) {
        AttachmentStore.check(files);
    }

    /** What follows {@code at}, empty at the end: each piece is asked for anew, so that what is taken back meanwhile is not sent. */
    @Transactional(readOnly = true)
    public byte[] piece(UUID id, long at) {
        return store.piece(store.find(id).content(), at);
    }
}
