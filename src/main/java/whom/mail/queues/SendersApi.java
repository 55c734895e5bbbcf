package whom.mail.queues;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import whom.access.Administering;
import whom.api.Does;
import whom.api.Slice;
import whom.kernel.NotFound;
import whom.vocabulary.Words;

/** The same as the pages, as JSON. */
@RestController
@RequestMapping("/api/v1/mail/senders")
class SendersApi {

    private final Senders senders;

    SendersApi(Senders senders) {
        this.senders = senders;
    }

    /** @param queue desk, service-KEY or team-KEY @param address null: the next wider one's */
    record Shown(String queue, @Nullable String address, Map<String, String> name, Map<String, String> signature) {
        static Shown of(Sender sender) {
            return new Shown(sender.queue().written(), sender.address().isEmpty() ? null : sender.address(), sender.name(), sender.signature());
        }
    }

    record Typed(@Nullable String address, @Nullable Map<String, String> name, @Nullable Map<String, String> signature) {
        Map<String, String> fields() {
            Map<String, String> fields = new HashMap<>();
            fields.put("address", address == null ? "" : address);
            put(fields, "name_", name);
            put(fields, "signature_", signature);
            return fields;
        }

        private static void put(Map<String, String> fields, String prefix, @Nullable Map<String, String> byLanguage) {
            if (byLanguage != null) {
                byLanguage.forEach((language, text) -> fields.put(prefix + language, text == null ? "" : text));
            }
        }
    }

    @Does("From whom mails go: the desk's own, and that of each service and team that has another.")
    @GetMapping
    Slice<Shown> all(HttpServletRequest request, Words words) {
        Administering.by(request);
        return new Slice<>(senders.all(words.language().tag()).stream().map(each -> Shown.of(each.sender())).toList(), null);
    }

    @Does("From whom the mails of one queue go; what is empty holds as for the next wider one.")
    @GetMapping("/{queue}")
    Shown one(@PathVariable String queue, HttpServletRequest request, Words words) {
        Administering.by(request);
        return shown(required(queue), words);
    }

    @Does(value = "Says from whom the mails of a queue go.", body = {"address: one at which mail comes in here", "name: by language, as {\"en\": \"Payroll\"}", "signature: by language, plain text"})
    @PutMapping("/{queue}")
    Shown set(@PathVariable String queue, @RequestBody Typed typed, HttpServletRequest request, Words words) {
        Administering.by(request);
        senders.set(required(queue), typed.fields(), words);
        return shown(required(queue), words);
    }

    @Does("Lets the mails of a queue go out as the next wider one's.")
    @DeleteMapping("/{queue}")
    Shown remove(@PathVariable String queue, HttpServletRequest request, Words words) {
        Administering.by(request);
        senders.remove(required(queue));
        return shown(required(queue), words);
    }

    private Shown shown(QueueKey key, Words words) {
        return Shown.of(senders.one(key, words.language().tag()).sender());
    }

    private static QueueKey required(String queue) {
        return QueueKey.of(queue).orElseThrow(NotFound::new);
    }
}
