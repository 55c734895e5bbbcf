package whom.standings;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import whom.standings.facts.Agreement;

/**
 * The one implementation of every question about standings. All of an answer is as of the date asked about. Lists of ids
 * are in the order of their characters and name nothing twice.
 */
public record Resolver(Facts facts) {

    /** Who is this person to this service? In canonical order. */
    public List<Held> who(String person, String service, LocalDate date) {
        Scene scene = Scene.of(facts, service, date);
        return Arrays.stream(Standing.values())
                .map(standing -> new Held(standing, ordered(Ground.of(standing, scene).evidence(person))))
                .filter(held -> !held.evidence().isEmpty())
                .toList();
    }

    /** Whom does this service have in this standing? */
    public List<String> whom(String service, Standing standing, LocalDate date) {
        return ordered(Ground.of(standing, Scene.of(facts, service, date)).people());
    }

    /** Who pays for this person's use of the service? */
    public Payment pays(String person, String service, LocalDate date) {
        return new Payers(Scene.of(facts, service, date)).of(person);
    }

    /** Under which agreement is this person served? */
    public Optional<Agreement> agreement(String person, String service, LocalDate date) {
        return Closest.to(person, Scene.of(facts, service, date), facts.agreements()).latest();
    }

    /** Through whom does the service reach this person? */
    public Chain chain(String person, String service, LocalDate date) {
        return new Chains(Scene.of(facts, service, date)).of(person);
    }

    /** Who may read this ticket? */
    public List<String> readers(String ticket, LocalDate date) {
        return ordered(facts.ticket(ticket).stream().flatMap(new Readers(facts, date)::of));
    }

    private static List<String> ordered(Stream<String> ids) {
        return ids.sorted().distinct().toList(); // sorted first: then distinct needs no table
    }
}
