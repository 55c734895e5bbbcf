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
import whom.kernel.Sql;
import whom.standings.facts.Agreement;

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
        Named named = names.of(List.of(slice), List.of(), words);
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
        Named named = names.of(List.of(slice), List.of(), words);
        return OnService.of(service, named.service(service), slice.resolver().who(person, service, at), new Reasons(slice, person, named, words), words);
    }

    /** Whom a ticket is for, for those who work on it. @throws NotFound for everybody else */
    @Transactional
    public Served served(String ticket, Words words) {
        Slice slice = slices.ofServed(ticket);
        Optional<Slice> money = slice.about().isEmpty() ? Optional.empty() : slices.moneyOf(ticket);
        return Served.of(slice, money.orElse(null), names.of(Stream.concat(Stream.of(slice), money.stream()).toList(), List.of(), words), words);
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

    /** How the parties of a service hang together. @throws NotFound when it is not there, or not for the one who asks */
    @Transactional
    public Parties parties(String service, LocalDate at, Words words) {
        Slices.Around around = slices.around(service, at);
        Stream<String> counted = around.crowd().counts().stream().flatMap(c -> Stream.of(c.unit(), c.above()));
        Named named = names.of(List.of(around.slice()), Stream.concat(Stream.of(around.provider()), counted).toList(), words);
        return new Gathering(around.slice(), around.crowd(), named, words).parties(around.provider());
    }

    /** By key, after one; for keepers. @throws NotFound for everybody else */
    @Transactional
    public List<String> users(String service, LocalDate at, String after, int wanted) {
        return slices.users(service, at, after, wanted).stream().map(Parties.Someone::key).toList();
    }

    /** What a service is called, and the people it has in a standing after a key. */
    public record Have(String name, List<Parties.Someone> people) {}

    /** Its users are named to keepers alone. @throws NotFound when it is not there, or not for the one who asks */
    @Transactional
    public Have whomByName(String service, Standing standing, LocalDate at, String after, int wanted, Words words) {
        if (standing == Standing.USER) {
            return new Have(names.service(service, words), slices.users(service, at, after, wanted));
        }
        Slice slice = slices.of(new Question.Whom(service, standing, at));
        List<String> people = slice.resolver().whom(service, standing, at).stream().filter(p -> p.compareTo(after) > 0).limit(wanted).toList();
        Named named = names.of(List.of(slice), List.of(), words);
        return new Have(named.service(service), people.stream().map(p -> new Parties.Someone(p, named.person(p))).toList());
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

    /**
     * The key of the agreement under which somebody is served, decided over pieces that another module was given by the database
     * for a purpose of its own, such as what a ticket's clocks run by. Nothing where none covers them.
     */
    @Transactional
    public Optional<String> agreementAmong(Sql pieces, String person, String service, LocalDate at) {
        return slices.among(pieces, at).agreement(person, service, at).map(Agreement::id);
    }
}
