package whom.portal;

/** A service that can be asked about; its name after those of what it belongs to. */
public record ServiceChoice(long id, String key, String name) {}
