package whom.mail.queues;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Refused;
import whom.mail.wording.Blank;
import whom.mail.wording.Example;
import whom.vocabulary.Language;
import whom.vocabulary.Words;
import whom.web.Choice;

/** Makes the pages of who mails are from. */
@Component
class SenderPages {

    private final Senders senders;
    private final Example example;

    SenderPages(Senders senders, Example example) {
        this.senders = senders;
        this.example = example;
    }

    @Transactional(readOnly = true)
    public SendersPage all(Words words) {
        String language = words.language().tag();
        List<Choice> queues = new ArrayList<>();
        senders.queues(language).forEach(queue -> queues.add(new Choice(queue.key().written(), words.say(queue.key().team() == null ? "mail.senders.service" : "mail.senders.team", queue.name()))));
        return new SendersPage(senders.all(language).stream().map(each -> new SendersPage.Row(each.queue().key().written(), each.queue().name(), each.sender().address(), in(each.sender().name(), language),
                in(each.sender().signature(), language).lines().findFirst().orElse(""))).toList(), queues, senders.desk().getOrDefault("address", ""));
    }

    /** @param typed what is being written; what is not there is as it holds now */
    @Transactional(readOnly = true)
    public SenderPage one(QueueKey key, Map<String, String> typed, Words reader) {
        Senders.Named found = senders.one(key, reader.language().tag());
        Sender now = found.sender();
        Map<String, String> values = new HashMap<>(Map.of("address", typed.getOrDefault("address", now.address())));
        for (Language language : Language.values()) {
            values.put("name_" + language.tag(), typed.getOrDefault("name_" + language.tag(), now.name().getOrDefault(language.tag(), "")));
            values.put("signature_" + language.tag(), typed.getOrDefault("signature_" + language.tag(), now.signature().getOrDefault(language.tag(), "")));
        }
        Map<String, String> desk = senders.desk();
        Sender house = senders.one(QueueKey.DESK, reader.language().tag()).sender();
        List<SenderPage.Reads> reads = new ArrayList<>();
        for (Language language : Language.values()) {
            reads.add(reads(language, values, desk, house, reader));
        }
        return new SenderPage(key.written(), found.queue().name(), now.at() != null, values, key.isDesk() ? List.of() : senders.addresses(), desk.getOrDefault("address", ""), now.at(), now.by(), reads);
    }

    private SenderPage.Reads reads(Language language, Map<String, String> values, Map<String, String> desk, Sender house, Words reader) {
        String name = first(spoken(values, "name_", language.tag()), in(house.name(), language.tag()), desk.getOrDefault("name", ""));
        Example.Answer answer = example.in(language, name);
        String mistake = "";
        String signature = "";
        try {
            Signature.sound("signature_" + language.tag(), values, reader);
            signature = Signature.filled(first(spoken(values, "signature_", language.tag()), in(house.signature(), language.tag())), answer.words(), answer.values().getOrDefault(Blank.SENDER, ""), answer.values());
        } catch (Refused e) {
            mistake = reader.say(e.key(), e.arguments());
        }
        var signed = answer.wording().signed(signature);
        String address = first(values.getOrDefault("address", ""), desk.getOrDefault("address", ""));
        String from = answer.values().get(Blank.SENDER) + " (" + answer.values().get(Blank.FROM) + ")" + (address.isEmpty() ? "" : " <" + address + ">");
        return new SenderPage.Reads(language.tag(), from, signed.text(), signed.foot(), mistake);
    }

    /** As {@code mail.spoken} chooses it. */
    private static String spoken(Map<String, String> values, String field, String language) {
        return first(values.getOrDefault(field + language, ""), values.getOrDefault(field + "en", ""), values.getOrDefault(field + "de", ""));
    }

    private static String in(Map<String, String> text, String language) {
        return spoken(text, "", language);
    }

    private static String first(String... texts) {
        for (String each : texts) {
            if (!each.isBlank()) {
                return each;
            }
        }
        return "";
    }
}
