package whom.standings;

import java.util.stream.Stream;

/** What one standing to the service of a {@link Scene} rests on, told from both sides; they are inverse to one another. */
sealed interface Ground permits Users, Customers, Sponsors, Overseers, Brokers, Partners, Observers {

    /** The ids of all facts that give the standing to this person, in any order. */
    Stream<String> evidence(String person);

    /** All who have it, in any order. */
    Stream<String> people();

    static Ground of(Standing standing, Scene scene) {
        return switch (standing) {
            case USER -> new Users(scene);
            case CUSTOMER -> new Customers(scene);
            case SPONSOR -> new Sponsors(scene);
            case OVERSEER -> new Overseers(scene);
            case BROKER -> new Brokers(scene);
            case PARTNER -> new Partners(scene);
            case OBSERVER -> new Observers(scene);
        };
    }
}
