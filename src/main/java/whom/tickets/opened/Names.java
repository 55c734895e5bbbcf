package whom.tickets.opened;

import org.jspecify.annotations.Nullable;

/** The names that a ticket's page says, and what its reader was writing. */
public record Names(String served, String servedKey, String place, String phone, String address, @Nullable String assignee, @Nullable String team, @Nullable String service,
                    @Nullable String serviceKey, @Nullable String offering, @Nullable String raisedBy, String draft, String draftNote) {}
