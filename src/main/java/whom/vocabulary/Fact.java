package whom.vocabulary;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a word can stand for: the standings (domain §2), all of them together, and the things a house may brand. */
public enum Fact {
    USER("user", "users"),
    CUSTOMER("customer", "customers"),
    SPONSOR("sponsor", "sponsors"),
    OVERSEER("overseer", "overseers"),
    BROKER("broker", "brokers"),
    PARTNER("partner", "partners"),
    OBSERVER("observer", "observers"),
    /** Whoever holds any standing. Written {@code {party}}, since "an any" is no English. */
    ANY("party", "parties"),

    AGENT("agent", "agents"),
    TEAM("team", "teams"),
    DESK("desk", "desks"),
    PORTAL("portal", "portals"),
    TICKET("ticket", "tickets"),
    REQUEST("request", "requests"),
    INCIDENT("incident", "incidents"),
    COMPLAINT("complaint", "complaints");

    private final String singular;
    private final String plural;

    Fact(String singular, String plural) {
        this.singular = singular;
        this.plural = plural;
    }

    /** As files, columns and the API write it: {@code user}, {@code any}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As a placeholder names one of them: {@code user}, {@code party}. */
    public String placeholder() {
        return singular;
    }

    /** As a placeholder names several. */
    public String placeholders() {
        return plural;
    }

    /** One of the seven standings, or the word for all of them together. */
    public boolean standing() {
        return ordinal() <= ANY.ordinal();
    }

    public static @Nullable Fact ofKey(String key) {
        for (Fact each : values()) {
            if (each.key().equals(key)) {
                return each;
            }
        }
        return null;
    }
}
