package whom.vocabulary.house;

/** A vocabulary to choose; {@code own}: made by this house. */
public record Named(String key, String name, boolean own) {}
