package whom.mail.queues;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import whom.access.NotAllowed;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.vocabulary.Language;
import whom.vocabulary.Words;

/** From whom mails go, as administrators set it. */
@Component
class Senders {

    private static final int LONGEST_NAME = 120;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> BY_LANGUAGE = new TypeReference<>() {};

    private final Rows rows;

    Senders(Rows rows) {
        this.rows = rows;
    }

    /** A service or team. @param name in the reader's language, or "" for the desk */
    record Queue(QueueKey key, String name) {}

    record Named(Queue queue, Sender sender) {}

    /** The desk's own comes first, whether or not anything was said of it. */
    @Transactional(readOnly = true)
    public List<Named> all(String language) {
        List<Named> all = new ArrayList<>(rows.list(Sql.of("select service_key, team_key, coalesce(service, team) as called, address, name, signature, at, by_name from mail.senders()"), row -> {
            var key = new QueueKey(row.maybeText("service_key"), row.maybeText("team_key"));
            String called = row.maybeText("called");
            String name = called == null ? "" : read(called).getOrDefault(language, read(called).getOrDefault("en", Objects.requireNonNullElse(key.service(), key.team())));
            return new Named(new Queue(key, name), new Sender(key, Objects.requireNonNullElse(row.maybeText("address"), ""), read(row.text("name")), read(row.text("signature")), row.time("at"), row.text("by_name")));
        }));
        if (all.isEmpty() || !all.getFirst().queue().key().isDesk()) {
            all.addFirst(new Named(new Queue(QueueKey.DESK, ""), Sender.none(QueueKey.DESK)));
        }
        return all;
    }

    /** @throws NotFound where there is no such service or team, or none that the asker may know */
    @Transactional(readOnly = true)
    public Named one(QueueKey key, String language) {
        Queue queue = key.isDesk() ? new Queue(key, "") : queues(language).stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow(NotFound::new);
        return new Named(queue, all(language).stream().map(Named::sender).filter(each -> each.queue().equals(key)).findFirst().orElseGet(() -> Sender.none(key)));
    }

    /** Those that may have a sender of their own: services first. */
    @Transactional(readOnly = true)
    public List<Queue> queues(String language) {
        List<Queue> queues = new ArrayList<>(rows.list(Sql.of("select key, coalesce(name ->> ?, name ->> 'en', key) as name from services.service where retired_at is null order by 2, 1 limit 1000", language),
                row -> new Queue(new QueueKey(row.text("key"), null), row.text("name"))));
        queues.addAll(rows.list(Sql.of("select key, coalesce(name ->> ?, name ->> 'en', key) as name from people.team where closed_at is null order by 2, 1 limit 1000", language),
                row -> new Queue(new QueueKey(null, row.text("key")), row.text("name"))));
        return queues;
    }

    /** Addresses at which mail comes in, so that answers to them arrive. */
    @Transactional(readOnly = true)
    public List<String> addresses() {
        return rows.list(Sql.of("select address from mail.mailboxes()"), row -> row.text("address"));
    }

    /** The desk's own address and name. */
    @Transactional(readOnly = true)
    public Map<String, String> desk() {
        Map<String, String> desk = new LinkedHashMap<>();
        rows.list(Sql.of("select name, value from mail.settings() where name in ('name', 'address')"), row -> desk.put(row.text("name"), row.text("value")));
        return desk;
    }

    /** What is empty is left to the next wider one; with nothing in it, it is no more. @throws Refused naming the field */
    @Transactional
    public void set(QueueKey key, Map<String, String> typed, Words words) {
        typed.keySet().stream().filter(each -> each.matches("(name|signature)_.*") && Language.tagged(each.substring(each.indexOf('_') + 1)).isEmpty()).findFirst().ifPresent(each -> {
            throw new Refused(each, "mail.refused.sender_language");
        });
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> signatures = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            put(names, language, name("name_" + language.tag(), typed));
            put(signatures, language, Signature.sound("signature_" + language.tag(), typed, words));
        }
        String address = typed.getOrDefault("address", "").strip();
        store(key, address.isEmpty() ? null : address, names, signatures);
    }

    @Transactional
    public void remove(QueueKey key) {
        store(key, null, Map.of(), Map.of());
    }

    private void store(QueueKey key, @org.jspecify.annotations.Nullable String address, Map<String, String> names, Map<String, String> signatures) {
        String done = rows.one(Sql.of("select mail.set_sender(?, ?, ?, ?::jsonb, ?::jsonb) as done", key.service(), key.team(), address, JSON.writeValueAsString(names), JSON.writeValueAsString(signatures)),
                row -> row.text("done"));
        switch (done) {
            case "refused" -> throw new NotAllowed();
            case "not_found" -> throw new NotFound();
            case "address" -> throw new Refused("address", "mail.refused.sender_address");
            default -> { }
        }
    }

    private static void put(Map<String, String> into, Language language, String value) {
        if (!value.isEmpty()) {
            into.put(language.tag(), value);
        }
    }

    /** A name stands in a header: on one line, and without what makes it look like another address. */
    private static String name(String field, Map<String, String> typed) {
        String name = typed.getOrDefault(field, "").strip();
        if (name.length() > LONGEST_NAME || name.codePoints().anyMatch(sign -> Character.isISOControl(sign) || Character.getType(sign) == Character.FORMAT) || name.contains("@") || name.contains("<")) {
            throw new Refused(field, "mail.refused.sender_name");
        }
        return name;
    }

    private static Map<String, String> read(String json) {
        return Optional.ofNullable(JSON.readValue(json, BY_LANGUAGE)).orElse(Map.of());
    }
}
