package whom.tickets.sorting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import whom.tickets.Stage;

/** What a dispatcher sees of a ticket: never whom it serves nor what it says (P0). {@code service} is the service's key, {@code serviceName} what it is called. */
public record Envelope(String number, String service, String serviceName, int priority, Stage stage, Instant opened, @Nullable Instant due) {}
