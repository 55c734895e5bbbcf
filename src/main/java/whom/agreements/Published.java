package whom.agreements;

import java.time.LocalDate;

/** An exception as it stands on the service's page. */
public record Published(String key, String function, String unit, String reason, String grantor, LocalDate from, LocalDate until) {}
