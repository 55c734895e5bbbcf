package whom.agreements;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whom.agreements.ClockRules.AfterDone;
import whom.agreements.ClockRules.NextResponseRuns;
import whom.agreements.ClockRules.Starts;
import whom.agreements.TicketEvent.Message;
import whom.agreements.TicketEvent.Side;

/** When each clock began and ended on one ticket; pauses aside. */
final class Runs {

    private final Timeline timeline;
    private final ClockRules rules;

    Runs(Timeline timeline, ClockRules rules) {
        this.timeline = timeline;
        this.rules = rules;
    }

    List<Run> of(Clock clock) {
        List<Run> runs = switch (clock) {
            case FIRST_RESPONSE -> firstResponse();
            case NEXT_RESPONSE -> nextResponses();
            case REGULAR_UPDATE -> regularUpdates();
            case SOLUTION -> List.of(new Run(timeline.created.at(), solved()));
        };
        Instant start = rules.starts() == Starts.WHEN_AGREED ? timeline.agreed() : timeline.created.at();
        return runs.stream().map(run -> run.notBefore(start)).toList();
    }

    private List<Run> firstResponse() {
        boolean owed = !rules.responseOnlyForServed() || timeline.created.by() != Side.AGENT;
        return owed ? List.of(new Run(timeline.created.at(), timeline.firstAnswer())) : List.of();
    }

    private @Nullable Instant solved() {
        List<Run> done = timeline.in(rules.done()::contains);
        if (done.isEmpty()) {
            return null;
        }
        if (rules.afterDone() == AfterDone.NONE) {
            return done.getFirst().from();
        }
        return done.getLast().to() == null ? done.getLast().from() : null;
    }

    private List<Run> nextResponses() {
        NextResponseRuns from = rules.nextResponseRuns();
        return chain((message, running) -> switch (from) {
            case FROM_FIRST_UNANSWERED -> message.by() == Side.AGENT ? Turn.STOP : running ? Turn.GO_ON : Turn.START;
            case FROM_LAST_UNANSWERED -> message.by() == Side.AGENT ? Turn.STOP : Turn.MOVE;
            case FROM_LAST_CONTACT -> Turn.START;
            case FROM_LAST_AGENT_MESSAGE -> message.by() == Side.AGENT ? Turn.START : Turn.GO_ON;
        });
    }

    private List<Run> regularUpdates() {
        return chain((message, running) -> message.by() == Side.AGENT ? Turn.START : Turn.STOP);
    }

    /** What a message does to a clock: ends its run and begins one, ends it, moves its beginning, or nothing. */
    private enum Turn { START, STOP, MOVE, GO_ON }

    private interface Rule {
        Turn on(Message message, boolean running);
    }

    private List<Run> chain(Rule rule) {
        var runs = new ArrayList<Run>();
        Instant began = null;
        for (Message message : timeline.contacts) {
            Turn turn = rule.on(message, began != null);
            if (began != null && (turn == Turn.START || turn == Turn.STOP)) {
                runs.add(new Run(began, message.at()));
            }
            began = switch (turn) {
                case START, MOVE -> message.at();
                case STOP -> null;
                case GO_ON -> began;
            };
        }
        if (began != null) {
            runs.add(new Run(began, null));
        }
        return runs;
    }
}
