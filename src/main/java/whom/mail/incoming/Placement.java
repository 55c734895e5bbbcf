package whom.mail.incoming;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whom.conversations.Correspondence.Place;
import whom.mail.reports.Kind;

/** What becomes of a letter. The rule alone: who the sender is and where ids and numbers lead was found out before. docs/mail.md tells it. */
sealed interface Placement {

    /** It is said there. @param unknown by somebody whom nobody knows, who answers a mail that we sent to another */
    record Joins(Place place, boolean verified, boolean unknown, boolean confirms) implements Placement {}

    /** It becomes a ticket of its own; {@code passedOn}: for whoever wrote what an agent passes on. */
    record Opens(boolean verified, boolean passedOn) implements Placement {}

    /** A mail of ours did not arrive. */
    record Bounced() implements Placement {}

    /** It is kept, and nothing comes of it. */
    record Ignored(String why) implements Placement {}

    /** An administrator decides. */
    record SetAside(String why) implements Placement {}

    /** Somebody whom we know. @param confirmed the address that it comes from is confirmed as theirs */
    record Known(long account, String name, String language, boolean confirmed, boolean agent) {}

    /** Our mail whose signed address it goes to, and to whom that went. */
    record Answered(Place place, @Nullable Long recipient, String address) {}

    /** @param supported our own server says that it comes from where it says */
    record Facts(Kind kind, boolean ours, boolean accepted, @Nullable String sender, @Nullable Known known, boolean supported, List<Place> byIds, @Nullable Answered answered,
                 List<Place> byNumber, boolean passesOn) {}

    /** @param heard whether the one who is known may say something there */
    static Placement of(Facts facts, Predicate<Place> heard) {
        return switch (facts.kind) {
            case BOUNCE -> new Bounced();
            case DELIVERY_REPORT, FEEDBACK_REPORT -> new Ignored("report");
            case SPAM -> facts.accepted ? written(facts, heard) : new SetAside("spam");
            case LOOP -> facts.accepted ? written(facts, heard) : new SetAside("loop");
            default -> facts.ours && !facts.accepted ? new SetAside("loop") : written(facts, heard);
        };
    }

    private static Placement written(Facts facts, Predicate<Place> heard) {
        if (facts.sender == null) {
            return new SetAside("sender");
        }
        Known known = facts.known;
        boolean verified = known != null && (known.confirmed && facts.supported || byAnswer(facts));
        if (known == null && facts.answered != null) {
            return new Joins(facts.answered.place, false, true, false);
        }
        var place = known == null ? java.util.Optional.<Place>empty() : places(facts).stream().filter(heard).findFirst();
        if (place.isPresent()) {
            return new Joins(place.get(), verified, false, known != null && !known.confirmed && byAnswer(facts));
        }
        if (facts.kind == Kind.AUTO_REPLY) {
            return new Ignored("automatic");
        }
        return new Opens(verified, verified && known.agent && facts.passesOn);
    }

    /** In the order of trust: what only a reader of our mails knows, what was signed, what can be guessed. */
    private static List<Place> places(Facts facts) {
        List<Place> places = new ArrayList<>(facts.byIds);
        Stream.ofNullable(facts.answered).map(Answered::place).forEach(places::add);
        places.addAll(facts.byNumber);
        return places.stream().distinct().toList();
    }

    /** Answers from the very person to whom our mail went; from an address of theirs that is confirmed, or is the one we wrote to. */
    private static boolean byAnswer(Facts facts) {
        return facts.answered != null && facts.known != null && facts.answered.recipient != null && facts.answered.recipient == facts.known.account
                && (facts.known.confirmed || facts.answered.address.equals(facts.sender));
    }
}
