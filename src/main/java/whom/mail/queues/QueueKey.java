package whom.mail.queues;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose mails: a service's, a team's, or, where both are null, the whole desk's. In addresses {@code service-payroll}, {@code team-network}, {@code desk}. */
record QueueKey(@Nullable String service, @Nullable String team) {

    static final QueueKey DESK = new QueueKey(null, null);
    private static final String SERVICE = "service-";
    private static final String TEAM = "team-";

    static Optional<QueueKey> of(String written) {
        if (written.equals("desk")) {
            return Optional.of(DESK);
        }
        if (written.startsWith(SERVICE)) {
            return Optional.of(new QueueKey(written.substring(SERVICE.length()), null));
        }
        return written.startsWith(TEAM) ? Optional.of(new QueueKey(null, written.substring(TEAM.length()))) : Optional.empty();
    }

    boolean isDesk() {
        return service == null && team == null;
    }

    String written() {
        return service != null ? SERVICE + service : team != null ? TEAM + team : "desk";
    }
}
