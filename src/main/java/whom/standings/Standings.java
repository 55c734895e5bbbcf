package whom.standings;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.NotFound;
import whom.vocabulary.Words;

/**
 * Who stands where to a service, for the one who asks and as far as they may know (D8); a keeper's look is put on record.
 * Whatever may not be known answers as what does not exist.
 */
@Component
public class Standings {

    private final Slices slices;
    private final Names names;

    Standings(Slices slices, Names names) {
        this.slices = slices;
        this.names = names;
    }

    /** @throws NotFound when it is not there, or not for the one who asks */
    @Transactional
    public List<Held> who(String person, String service, LocalDate at) {
        return slices.of(new Question.Who(person, service, at)).resolver().who(person, service, at);
    }

    /** To every service to which the person stands somehow, by the service's key. @throws NotFound when it is not for the one who asks */
    @Transactional
    public Map<String, List<Held>> whoToAll(String person, LocalDate at) {
        Slice slice = slices.ofAll(person, at);
        var found = new TreeMap<String, List<Held>>();
        for (String service : slice.about()) {
            List<Held> held = slice.resolver().who(person, service, at);
            if (!held.isEmpty()) {
                found.put(service, held);
            }
        }
        return found;
    }

    /** The same in words that a person can check (D1). @throws NotFound when it is not for the one who asks */
    @Transactional
    public List<OnService> explained(String person, LocalDate at, Words words) {
        Slice slice = slices.ofAll(person, at);
        Named named = names.of(List.of(slice), words);
        return slice.about().stream()
                .map(service -> OnService.of(service, named.service(service), slice.resolver().who(person, service, at), new Reasons(slice, person, named, words), words))
                .filter(on -> !on.standings().isEmpty())
                .sorted(Comparator.comparing(OnService::name).thenComparing(OnService::service))
                .toList();
    }

    /** To one service, in words. @throws NotFound when it is not there, or not for the one who asks */
    @Transactional
    public OnService explained(String person, String service, LocalDate at, Words words) {
        Slice slice = slices.of(new Question.Who(person, service, at));
        Named named = names.of(List.of(slice), words);
        return OnService.of(service, named.service(service), slice.resolver().who(person, service, at), new Reasons(slice, person, named, words), words);
    }

    /** Whom a ticket is for, for those who work on it. @throws NotFound for everybody else */
    @Transactional
    public Served served(String ticket, Words words) {
        Slice slice = slices.ofServed(ticket);
        Optional<Slice> money = slice.about().isEmpty() ? Optional.empty() : slices.moneyOf(ticket);
        return Served.of(slice, money.orElse(null), names.of(Stream.concat(Stream.of(slice), money.stream()).toList(), words), words);
    }

    /** Whom a service has: by name for keepers; its users as a number for who owns it. */
    public record Whom(List<String> people, int count, boolean counted) {}

    /** @throws NotFound when it is not there, or not for the one who asks */
    @Transactional
    public Whom whom(String service, Standing standing, LocalDate at) {
        Slice slice = slices.of(new Question.Whom(service, standing, at));
        List<String> people = slice.resolver().whom(service, standing, at);
        boolean counted = slice.right() == Slice.Right.OWNER && standing == Standing.USER;
        return new Whom(counted ? List.of() : people, people.size(), counted);
    }

    /** Sponsors are named to keepers alone. @throws NotFound when it is not there, or not for the one who asks */
    @Transactional
    public Payment pays(String person, String service, LocalDate at) {
        return slices.of(new Question.Pays(person, service, at)).resolver().pays(person, service, at);
    }

    /** With what right; for the answers as JSON. */
    @Transactional
    Slice slice(Question question) {
        return slices.of(question);
    }
}
