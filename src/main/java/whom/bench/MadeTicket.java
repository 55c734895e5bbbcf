package whom.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One ticket of the scratch database; the same id and size always give the same. Twelve of a hundred are open. */
record MadeTicket(long id, long served, int service, int team, @Nullable Integer secondTeam, long agent, boolean assigned, String stage, int priority, Instant openedAt, Instant updatedAt, Instant dueAt) {

    static MadeTicket of(long id, Size size, Instant now) {
        var random = new Random(id * 0x9E3779B97F4A7C15L);
        int service = 1 + random.nextInt(size.services());
        int team = service % size.teams() + 1;
        long served = (id - 1) % Math.max(1, size.tickets() / size.servedTickets()) == 0 ? size.served() : size.agents() + 1 + random.nextInt(size.people() - size.agents());
        int fate = random.nextInt(100);
        String stage = fate < 3 ? "new" : fate < 8 ? "open" : fate < 11 ? "waiting_user" : fate < 12 ? "waiting_third_party" : fate < 15 ? "solved" : "closed";
        int days = fate < 12 ? 1 + random.nextInt(60) : 60 + random.nextInt(1_000);
        Instant opened = now.minus(days, ChronoUnit.DAYS).minusSeconds(random.nextInt(86_400));
        Instant updated = opened.plusSeconds(21_000 + random.nextInt(900) * 60L);
        long agent = random.nextInt(50) == 0 && team <= size.teams() / 20 ? size.some() : (team - 1 + (long) size.teams() * random.nextInt(size.agents() / size.teams()) + size.agents() - 1) % size.agents() + 1;
        Integer second = random.nextInt(20) == 0 ? team % size.teams() + 1 : null;
        return new MadeTicket(id, served, service, team, second, agent, fate >= 3 && random.nextInt(3) > 0, stage, 1 + random.nextInt(5), opened, updated,
                now.plusSeconds(random.nextInt(12 * 86_400) - 2 * 86_400L));
    }

    boolean isOpen() {
        return !stage.equals("solved") && !stage.equals("closed");
    }

    boolean isRead(int upToTeam) {
        return team <= upToTeam;
    }

    @Nullable Instant closedAt() {
        return stage.equals("closed") ? updatedAt : null;
    }

    @Nullable Instant solvedAt() {
        return isOpen() ? null : updatedAt;
    }

    long mainThread() {
        return id * 2;
    }
}
