package whom.portal;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.access.Actor;
import whom.conversations.Attachments;
import whom.conversations.Upload;
import whom.kernel.Refused;
import whom.tickets.Doing;
import whom.tickets.Priority;
import whom.tickets.RaiseTicket;
import whom.tickets.Raised;
import whom.tickets.Tickets;

/** Asking, question by question; what was answered is kept, and sent whole. */
@Component
class Askings {

    private static final int LONGEST = 50_000;
    private static final int MOST_FILES = 20;

    private final AskingStore store;
    private final Tickets tickets;
    private final Attachments attachments;

    Askings(AskingStore store, Tickets tickets, Attachments attachments) {
        this.store = store;
        this.tickets = tickets;
        this.attachments = attachments;
    }

    @Transactional(readOnly = true)
    public Asking find(UUID id, String language) {
        return store.find(id, language);
    }

    @Transactional(readOnly = true)
    public Optional<Asking> begun(String language) {
        return store.begun().map(id -> store.find(id, language));
    }

    /** A new matter, in place of whatever was begun and not sent. */
    @Transactional
    public UUID begin(String text, List<Upload> files) {
        check(text, files);
        UUID id = store.begun().orElseGet(store::begin);
        store.forget(id);
        store.text(id, text.strip());
        store.keep(id, files);
        return id;
    }

    @Transactional
    public void tell(UUID id, String text, List<Upload> files) {
        check(text, files);
        if (store.find(id, "en").files().size() + files.size() > MOST_FILES) {
            throw new Refused("files", "conversations.files.many", MOST_FILES);
        }
        store.text(id, text.strip());
        store.keep(id, files);
    }

    private void check(String text, List<Upload> files) {
        if (text.isBlank()) {
            throw new Refused("text", files.isEmpty() ? "portal.ask.text.missing" : "portal.ask.text.only_files");
        }
        if (text.length() > LONGEST) {
            throw new Refused("text", "portal.ask.text.long", LONGEST);
        }
        attachments.check(files);
    }

    /** While it is written: what is there so far, without any rule. */
    @Transactional
    public void draft(String text) {
        UUID id = store.begun().orElse(null);
        if (id == null && text.isBlank()) {
            return;
        }
        store.text(id == null ? store.begin() : id, text.substring(0, Math.min(text.length(), LONGEST)));
    }

    @Transactional
    public void about(UUID id, @Nullable Long service) {
        store.service(id, service);
    }

    @Transactional
    public void doing(UUID id, String doing) {
        store.doing(id, doing);
    }

    @Transactional
    public void servedIs(UUID id, @Nullable Long person) {
        store.served(id, person);
    }

    @Transactional
    public void leaveOut(UUID id, long file) {
        store.leaveOut(id, file);
    }

    /** Sends it. What was sent already keeps its number: a second click asks for nothing again. */
    @Transactional
    public String send(UUID id, String language) {
        Asking asking = store.find(id, language);
        if (asking.number() != null) {
            return asking.number();
        }
        if (asking.text().isBlank()) {
            throw new Refused("text", "portal.ask.text.missing");
        }
        Doing doing = asking.doing() == null ? Doing.SLOWED : Doing.valueOf(asking.doing().toUpperCase(Locale.ROOT));
        Raised raised = tickets.raise(new RaiseTicket("incident", asking.served() == null ? Actor.id() : asking.served(), asking.service(), null, Subject.of(asking.text()), asking.text(),
                Priority.USUAL.urgedBy(doing), "web", language));
        for (Asking.Kept file : asking.files()) {
            byte[] bytes = store.bytes(file.id());
            attachments.add(raised.message(), List.of(new Upload(file.name(), file.size(), () -> new ByteArrayInputStream(bytes))));
        }
        store.sent(id, raised.number());
        return raised.number();
    }
}
