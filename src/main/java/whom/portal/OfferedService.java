package whom.portal;

/** A service that one can ask about. {@code deskWide}: all agents of the provider read what is written about it (P1). */
public record OfferedService(String key, String name, boolean deskWide) {}
