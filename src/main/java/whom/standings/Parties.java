package whom.standings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the parties of a service hang together, in words: who provides it, through whom it is passed on, who pays what share for
 * whom, who agreed to it and governs it, and who uses it, by unit. The picture and the list beside it are made of this alone.
 */
public record Parties(String service, String name, String provider, List<Paid> paid, List<Group> groups, List<Broker> brokers, Users users) {

    /** @param wrong what the shares make, where that is not 100 */
    public record Paid(String scope, List<Share> shares, @Nullable String wrong) {}

    public record Share(String party, String percent, double part) {}

    /** @param people the first of them, {@code more} are not named here */
    public record Group(Standing standing, String word, List<Someone> people, int more) {}

    public record Someone(String key, String name) {}

    public record Broker(String unit, String scope, List<Broker> below) {}

    /** @param total null where there are too few to say how many (P6) */
    public record Users(@Nullable String total, List<Cell> cells) {}

    /** @param part of the largest cell; {@code below}: of a unit below the one before */
    public record Cell(String unit, String people, double part, boolean below) {}
}
