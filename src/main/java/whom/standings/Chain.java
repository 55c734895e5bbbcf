package whom.standings;

import java.util.List;

/** The brokers between a person and the provider of a service, from the person on. */
public sealed interface Chain {

    /** From the person's own broker to the one who takes from the provider; empty when there is no broker. */
    record Whole(List<String> brokerages) implements Chain {}

    /** After these, the next one upstream has been there before. */
    record Cycle(List<String> brokerages, String again) implements Chain {}

    /** After these, the next one upstream is not valid on the day. */
    record Broken(List<String> brokerages, String upstream) implements Chain {}
}
