package whom.agreements;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whom.agreements.TicketEvent.Created;
import whom.agreements.TicketEvent.Message;
import whom.agreements.TicketEvent.Side;
import whom.agreements.TicketEvent.StateChanged;

/**
 * What stands behind the promise to the one served: what a team promised another that asked it, or a supplier promised us. Their clocks
 * are the same clocks, read from the ticket as it looks from there: it begins when they are asked, and is over while it is elsewhere.
 *
 * @param team null for a supplier
 */
record Behind(long version, long stamp, Situation.Hours hours, @Nullable Long team) {

    /** Something that happened, as it is stored: a team was asked ("asked", "holds" or ""), left, a message, another state. */
    record Happened(Instant at, String what, String detail) {}

    /** Of a team: it has the ticket until it is passed on; who was only asked in has done their part by answering. */
    static List<TicketEvent> team(List<Happened> happened) {
        var events = new ArrayList<TicketEvent>();
        String stage = "open";
        boolean here = false;
        boolean holds = false;
        for (Happened one : happened) {
            switch (one.what()) {
                case "asked" -> {
                    if (events.isEmpty()) {
                        events.add(new Created(one.at(), stage, Side.SERVED));
                    } else {
                        if (!here) {
                            events.add(new StateChanged(one.at(), stage));
                        }
                        events.add(new Message(one.at(), Side.SERVED));
                    }
                    here = true;
                    holds = one.detail().equals("holds");
                }
                case "left" -> {
                    if (here && holds) {
                        events.add(new StateChanged(one.at(), ClockRules.ELSEWHERE));
                        here = false;
                    }
                }
                case "message" -> {
                    if (here) {
                        boolean own = one.detail().equals("agent");
                        events.add(new Message(one.at(), own ? Side.AGENT : Side.SERVED));
                        if (own && !holds) {
                            events.add(new StateChanged(one.at(), ClockRules.ELSEWHERE));
                            here = false;
                        }
                    }
                }
                default -> {
                    stage = one.detail();
                    if (here) {
                        events.add(new StateChanged(one.at(), stage));
                    }
                }
            }
        }
        return events;
    }

    /** Of a supplier: it is with them while the ticket waits for a third party. */
    static List<TicketEvent> supplier(List<Happened> happened, Situation of) {
        var events = new ArrayList<TicketEvent>();
        boolean here = false;
        for (Happened one : happened) {
            if (one.what().equals("state")) {
                here = step(events, one.at(), one.detail(), here);
            }
        }
        step(events, of.stageSince().isBefore(of.opened()) ? of.opened() : of.stageSince(), of.stage(), here);
        return events;
    }

    private static boolean step(List<TicketEvent> events, Instant at, String stage, boolean here) {
        boolean theirs = stage.equals("waiting_third_party");
        if (theirs && events.isEmpty()) {
            events.add(new Created(at, stage, Side.SERVED));
        } else if (theirs != here) {
            events.add(new StateChanged(at, theirs ? stage : ClockRules.ELSEWHERE));
        }
        return theirs;
    }
}
