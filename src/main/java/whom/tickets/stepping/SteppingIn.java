package whom.tickets.stepping;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.access.Actor;
import whom.calendars.OnDuty;
import whom.conversations.Conversations;
import whom.kernel.PublicNumber;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.tickets.Ticket;
import whom.tickets.Tickets;
import whom.vocabulary.Audience;
import whom.vocabulary.Vocabularies;
import whom.vocabulary.Words;
import whom.web.Choice;

/** An agent on duty brings their own team in, with a reason, and the one served is told at once (P1). */
@Component
class SteppingIn {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 1_000;

    private final Rows rows;
    private final OnDuty duty;
    private final Tickets tickets;
    private final Conversations conversations;
    private final Vocabularies vocabularies;
    private final Clock clock;

    SteppingIn(Rows rows, OnDuty duty, Tickets tickets, Conversations conversations, Vocabularies vocabularies, ObjectProvider<Clock> clock) {
        this.rows = rows;
        this.duty = duty;
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
        Own own = own(team);
        Set<Long> onDuty = duty.ids(own.id, clock.instant());
        if (!onDuty.isEmpty() && !onDuty.contains(Actor.id())) {
            throw new Refused("team", "tickets.step_in.not_on_duty");
        }
        String read = PublicNumber.read(number).orElseThrow(SteppingIn::none);
        if (rows.one(Sql.of("select coalesce(tickets.step_in(?, ?, ?), 0) as id", read, own.id, why), row -> row.id("id")) == 0) {
            throw none();
        }
        Ticket ticket = tickets.find(read);
        Words words = vocabularies.words(Locale.forLanguageTag(ticket.language()), Audience.OUTSIDE, ticket.served());
        conversations.tell(ticket.id(), words.say("tickets.step_in.told", own.name(ticket.language()), why));
        return read;
    }

    private static Refused none() {
        return new Refused("number", "tickets.step_in.none");
    }

    /** The teams of the one who asks. */
    @Transactional(readOnly = true)
    List<Choice> teams(String language) {
        return mine().stream().map(own -> new Choice(own.key, own.name(language))).toList();
    }

    private Own own(String team) {
        return mine().stream().filter(own -> own.key.equals(team)).findFirst().orElseThrow(() -> new Refused("team", "tickets.team.unknown"));
    }

    private record Own(long id, String key, String en, String de) {
        String name(String language) {
            return language.startsWith("de") && !de.isEmpty() ? de : en;
        }
    }

    private List<Own> mine() {
        return rows.list(Sql.of("""
                select id, key, coalesce(name ->> 'en', key) as en, coalesce(name ->> 'de', '') as de from people.team
                where -id = any ((select access.keys())::bigint[]) and closed_at is null order by 3, 2"""),
                row -> new Own(row.id("id"), row.text("key"), row.text("en"), row.text("de")));
    }
}
