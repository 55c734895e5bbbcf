package whom.agreements;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which clocks are affected in which state of the ticket. */
public record InStates(Map<String, Set<Clock>> clocks) {

    public static final InStates NONE = new InStates(Map.of());

    public InStates {
        clocks = Map.copyOf(clocks);
    }

    public InStates and(Set<String> states, Set<Clock> affected) {
        var more = new HashMap<>(clocks);
        states.forEach(state -> more.put(state, Set.copyOf(affected)));
        return new InStates(more);
    }

    boolean covers(Clock clock, String state) {
        return clocks.getOrDefault(state, Set.of()).contains(clock);
    }
}
