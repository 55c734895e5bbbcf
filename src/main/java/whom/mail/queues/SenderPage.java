package whom.mail.queues;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whom.web.Choice;
import whom.web.Shell;

/** From whom the mails of one queue go, to be changed, and how that reads. @param name of the service or team; "" for the desk @param set whether anything is said of it now */
public record SenderPage(String queue, String name, boolean set, Map<String, String> values, List<String> addresses, String deskAddress, @Nullable Instant at, String by, List<Reads> reads) {

    public SenderPage {
        values = Map.copyOf(values);
        addresses = List.copyOf(addresses);
        reads = List.copyOf(reads);
    }

    public boolean desk() {
        return queue.equals("desk");
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public List<Choice> choices(Shell shell) {
        List<Choice> choices = new java.util.ArrayList<>(List.of(new Choice("", deskAddress.isEmpty() ? shell.say("mail.senders.address.none") : shell.say("mail.senders.address.wider"))));
        addresses.forEach(each -> choices.add(new Choice(each, each)));
        return choices;
    }

    /** An answer in one language. @param mistake what is wrong with it as it is typed, or "" */
    public record Reads(String language, String from, String text, String foot, String mistake) {}
}
