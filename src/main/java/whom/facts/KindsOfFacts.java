package whom.facts;

import java.util.List;
import org.springframework.stereotype.Component;
import whom.kernel.NotFound;

/** Every kind of fact that the modules have handed in. */
@Component
public class KindsOfFacts {

    private final List<FactKind> kinds;

    KindsOfFacts(List<FactKind.Kinds> handedIn) {
        this.kinds = handedIn.stream().flatMap(some -> some.all().stream()).toList();
    }

    public List<FactKind> all() {
        return kinds;
    }

    /** @throws NotFound when there is no such kind */
    public FactKind required(String key) {
        return kinds.stream().filter(kind -> kind.key().equals(key)).findFirst().orElseThrow(NotFound::new);
    }
}
