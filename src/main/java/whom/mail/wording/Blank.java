package whom.mail.wording;

import java.util.Arrays;
import java.util.Optional;

/** What a mail's text leaves open, for each mail to fill: {@code {ticket.number}}. */
public enum Blank {
    NAME("name"),
    FROM("from"),
    NUMBER("ticket.number"),
    SUBJECT("ticket.subject"),
    SENDER("sender"),
    MESSAGE("message"),
    LINK("link"),
    REASON("reason");

    private final String key;

    Blank(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** As it stands in a text. */
    public String written() {
        return "{" + key + "}";
    }

    static Optional<Blank> ofKey(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }
}
