package whom.tickets.stepping;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.access.Actor;
import whom.calendars.OnDuty;
import whom.conversations.Conversations;
import whom.conversations.OwnTeams;
import whom.conversations.OwnTeams.OwnTeam;
import whom.kernel.PublicNumber;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.tickets.Ticket;
import whom.tickets.Tickets;
import whom.vocabulary.Audience;
import whom.vocabulary.Vocabularies;
import whom.vocabulary.Words;

/** An agent on duty brings their own team in, with a reason, and the one served is told at once (P1). Where nobody of a team is on duty, each of it may. */
@Component
class SteppingIn {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 1_000;

    private final Rows rows;
    private final OnDuty duty;
    private final OwnTeams teams;
    private final Tickets tickets;
    private final Conversations conversations;
    private final Vocabularies vocabularies;
    private final Clock clock;

    SteppingIn(Rows rows, OnDuty duty, OwnTeams teams, Tickets tickets, Conversations conversations, Vocabularies vocabularies, ObjectProvider<Clock> clock) {
        this.rows = rows;
        this.duty = duty;
        this.teams = teams;
        this.tickets = tickets;
        this.conversations = conversations;
        this.vocabularies = vocabularies;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /**
     * Whether the number is wrong, the incident is over, of less impact, or theirs already: it is refused in the same words (P8).
     *
     * @return the number as it is written
     */
    @Transactional(noRollbackFor = Refused.class)
    String stepIn(String number, String team, String reason) {
        String why = reason.strip();
        if (why.length() < SHORTEST || why.length() > LONGEST) {
            throw new Refused("reason", "tickets.step_in.reason");
        }
        long own = own(team, "en").id();
        List<OnDuty.Now> onDuty = duty.at(own, clock.instant());
        if (!onDuty.isEmpty() && onDuty.stream().noneMatch(each -> each.id() == Actor.id())) {
            throw new Refused("team", "tickets.step_in.not_on_duty");
        }
        String read = PublicNumber.read(number).orElseThrow(SteppingIn::none);
        if (rows.one(Sql.of("select coalesce(tickets.step_in(?, ?, ?), 0) as id", read, own, why), row -> row.id("id")) == 0) {
            throw none();
        }
        Ticket ticket = tickets.find(read);
        Words words = vocabularies.words(Locale.forLanguageTag(ticket.language()), Audience.OUTSIDE, ticket.served());
        conversations.tell(ticket.id(), words.say("tickets.step_in.told", own(team, ticket.language()).name(), why));
        return read;
    }

    private OwnTeam own(String key, String language) {
        return teams.in(language).stream().filter(team -> team.key().equals(key)).findFirst().orElseThrow(() -> new Refused("team", "tickets.team.unknown"));
    }

    private static Refused none() {
        return new Refused("number", "tickets.step_in.none");
    }
}
