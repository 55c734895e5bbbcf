package whom.calendars;

/** A country or a part of one: {@code de}, {@code de-by}, {@code de-by-ag}, with its name. */
public record Place(String code, String name) {}
