package whom.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whom.facts.FactKind;
import whom.facts.FactRow;

/** What the pages of this module show. {@code changes}: whether the one who looks may change it; {@code standings}: whether they may see all standings. */
public final class PeoplePages {

    private PeoplePages() {}

    public record Facts(FactKind kind, List<FactRow> rows) {}

    public record PeopleList(List<People.Person> people, String text, @Nullable String next, boolean changes) {}

    public record OnePerson(People.Person person, List<Teams.Team> teams, List<Facts> facts, boolean changes, boolean standings, boolean erasable) {}

    public record UnitTree(List<Units.Unit> units, LocalDate at, boolean changes, boolean keeps) {}

    public record OneUnit(Units.Unit unit, List<Facts> facts, boolean changes) {}

    public record TeamList(List<Teams.Team> teams, boolean changes) {}

    public record OneTeam(Teams.Team team, List<Teams.Member> members, boolean changes) {}

    public record Accounts(List<Roles.Grant> grants, List<Roles.Closed> closed) {}
}
