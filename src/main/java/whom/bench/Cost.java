package whom.bench;

/** What PostgreSQL alone needs for a request's statements: how many they are, the time of all in the middle, processor time. */
public record Cost(int statements, double p50, double processor) {}
