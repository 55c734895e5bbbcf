package whom.standings.findings;

import java.util.List;

/** Something that is wrong: what kind of thing, with which ids, and told in plain words. */
public record Finding(Kind kind, List<String> about, String text) {

    public enum Kind {
        ENDS_BEFORE_IT_BEGINS,
        OVERLAP,
        UNDER_ITSELF,
        NOT_A_PROJECT,
        SHARES,
        BROKER_CYCLE,
        BROKEN_CHAIN
    }
}
