package whom.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import whom.mail.mime.Attachment;
import whom.mail.mime.Mailbox;
import whom.mail.reports.Bounce;

/** A message read, as the JSON that {@code ./whom mail parse} gives. */
final class MessageJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MessageJson() {}

    static byte[] write(ReadMessage m) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("from", m.from() == null ? null : mailbox(m.from()));
        json.put("to", m.to().stream().map(MessageJson::mailbox).toList());
        json.put("cc", m.cc().stream().map(MessageJson::mailbox).toList());
        json.put("subject", m.subject());
        json.put("date", m.date() == null ? null : m.date().toString());
        json.put("messageId", m.messageId());
        json.put("inReplyTo", m.inReplyTo());
        json.put("references", m.references());
        json.put("text", m.text());
        json.put("html", m.html());
        json.put("replyText", m.replyText());
        json.put("attachments", m.attachments().stream().map(MessageJson::attachment).toList());
        json.put("inlineImages", m.inlineImages());
        json.put("kind", m.kind().word());
        List<Map<String, @Nullable Object>> bounces = m.bounces().stream().map(MessageJson::bounce).toList();
        json.put("bounce", bounces.isEmpty() ? null : bounces.getFirst());
        json.put("bounces", bounces);
        json.put("protection", m.protection());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    private static Map<String, @Nullable Object> mailbox(Mailbox m) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("address", m.address());
        json.put("name", m.name());
        return json;
    }

    private static Map<String, @Nullable Object> attachment(Attachment a) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("filename", a.filename());
        json.put("contentType", a.contentType());
        json.put("size", a.size());
        return json;
    }

    private static Map<String, @Nullable Object> bounce(Bounce b) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("recipient", b.recipient());
        json.put("status", b.status());
        json.put("reason", b.reason() == null ? null : b.reason().word());
        json.put("hard", b.hard());
        return json;
    }
}
