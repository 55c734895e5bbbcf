package whom.mail.incoming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whom.conversations.Correspondence;
import whom.conversations.Correspondence.Place;
import whom.mail.TicketMark;
import whom.mail.incoming.Placement.Answered;
import whom.mail.incoming.Placement.Known;
import whom.mail.replies.PassedOn;

/** What the database knows about the letters of a wave, asked for all of them at once. */
final class Findings {

    private final Map<String, Known> people;
    private final Map<Long, List<Place>> byIds;
    private final Map<Long, Answered> answered;
    private final Map<Long, Placement.Facts> facts = new HashMap<>();
    private final Map<Asking, Boolean> heard = new HashMap<>();

    /** Whether somebody may say something somewhere. */
    private record Asking(long account, long thread) {}

    Findings(List<Held> wave, House house, IncomingStore store, Correspondence correspondence) {
        people = store.known(wave.stream().flatMap(held -> Stream.concat(held.mail().sender().stream(), held.mail().addressees().stream().filter(a -> !house.isOurs(a)))).distinct().toList());
        byIds = store.places(wave.stream().filter(held -> !held.mail().before().isEmpty()).collect(Collectors.toMap(Held::id, held -> held.mail().before())));
        answered = store.answered(wave.stream().flatMap(held -> signed(held, house).stream().boxed()).distinct().toList());
        for (Held held : wave) {
            facts.put(held.id(), facts(held, house, store, correspondence));
        }
        List<Asking> asked = wave.stream().flatMap(held -> asked(facts(held))).distinct().toList();
        List<Boolean> answers = correspondence.mayBeHeard(asked.stream().map(Asking::account).toList(), asked.stream().map(Asking::thread).toList());
        for (int i = 0; i < asked.size(); i++) {
            heard.put(asked.get(i), answers.get(i));
        }
    }

    @Nullable Known known(@Nullable String address) {
        return address == null ? null : people.get(address);
    }

    Placement.Facts facts(Held held) {
        return facts.get(held.id());
    }

    /** Where the sender of a letter may say something. */
    Predicate<Place> heard(Held held) {
        Known known = facts(held).known();
        return place -> known != null && heard.getOrDefault(new Asking(known.account(), place.thread()), false);
    }

    /** Which mail of ours it answers by its address. */
    static OptionalLong signed(Held held, House house) {
        return held.mail().recipients().stream().map(house.post().answers()::read).filter(OptionalLong::isPresent).findFirst().orElse(OptionalLong.empty());
    }

    private Placement.Facts facts(Held held, House house, IncomingStore store, Correspondence correspondence) {
        Arrived mail = held.mail();
        String sender = mail.sender().orElse(null);
        OptionalLong signed = signed(held, house);
        return new Placement.Facts(mail.read().kind(), isOurs(mail, house, store), held.waiting().accepted(), sender, known(sender),
                held.waiting().trusted() && sender != null && Authentication.supports(mail.headers(), house.post().receiver(), sender),
                byIds.getOrDefault(held.id(), List.of()), signed.isPresent() ? answered.get(signed.getAsLong()) : null,
                TicketMark.in(mail.read().subject()).stream().flatMap(n -> correspondence.numbered(n).stream()).toList(), PassedOn.says(mail.read().subject()));
    }

    /** A letter of our own that comes back, or one that claims to be from our own address. */
    private static boolean isOurs(Arrived mail, House house, IncomingStore store) {
        return store.isOurs(mail.id()) || mail.sender().map(house::isOurs).orElse(false);
    }

    private static Stream<Asking> asked(Placement.Facts facts) {
        Known known = facts.known();
        if (known == null) {
            return Stream.empty();
        }
        List<Place> places = new ArrayList<>(facts.byIds());
        Stream.ofNullable(facts.answered()).map(Answered::place).forEach(places::add);
        places.addAll(facts.byNumber());
        return places.stream().map(place -> new Asking(known.account(), place.thread()));
    }
}
