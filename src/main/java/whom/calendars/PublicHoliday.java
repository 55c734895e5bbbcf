package whom.calendars;

import java.time.LocalDate;

/** A day that is kept free, the substitute where a country moves one that falls on a weekend. */
public record PublicHoliday(LocalDate date, String name) {}
