package whom.vocabulary;

/** Who reads: people of the provider, or everybody else. */
public enum Audience {
    INSIDE,
    OUTSIDE
}
