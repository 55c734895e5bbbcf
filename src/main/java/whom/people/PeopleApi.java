package whom.people;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import whom.access.Administering;
import whom.access.Viewers;
import whom.api.Asked;
import whom.api.At;
import whom.api.Does;
import whom.api.Slice;
import whom.facts.Typed;

/** The same as the pages, as JSON; field names are those of the forms, references are keys or names. */
@RestController
@RequestMapping("/api/v1")
class PeopleApi {

    private final People people;
    private final Units units;
    private final Teams teams;
    private final Erasures erasures;

    PeopleApi(People people, Units units, Teams teams, Erasures erasures) {
        this.people = people;
        this.units = units;
        this.teams = teams;
        this.erasures = erasures;
    }

    record Person(String key, String name, String called, String place, String addresses) {
        static Person of(People.Person person) {
            return new Person(person.key(), person.name(), person.called(), person.place(), person.addresses());
        }
    }

    record Unit(String key, String kind, String name, boolean discreet, int depth) {
        static Unit of(Units.Unit unit) {
            return new Unit(unit.key(), unit.kind(), unit.name(), unit.discreet(), unit.depth());
        }
    }

    record Team(String key, String name, boolean desk, List<Member> members) {}

    record Member(String person, String name, String since, @Nullable String until, @Nullable String readsWholeFrom) {
        static Member of(Teams.Member member) {
            return new Member(member.key(), member.name(), member.since().toString(), Objects.toString(member.until(), null), Objects.toString(member.wholeFrom(), null));
        }
    }

    @Does(value = "The people that one may see, by name.", query = {"q: the beginning of a name, or an address"})
    @GetMapping("/people")
    Slice<Person> people(@RequestParam(defaultValue = "") String q, Asked asked) {
        return Slice.of(people.list(new Written(Map.of("q", q)).maybe("q"), asked.after(), asked.fetch()), asked, People.Person::key).map(Person::of);
    }

    @Does(value = "Adds a person.", status = 201, body = {"name*: the whole name", "address: a mail address", "unit: the unit they belong to, by key or name"})
    @PostMapping("/people")
    ResponseEntity<Person> addPerson(@RequestBody Map<String, String> sent, HttpServletRequest request) {
        String key = people.add(new Written(sent), Administering.by(request).language());
        return ResponseEntity.created(URI.create("/api/v1/people/" + key)).body(Person.of(people.required(key)));
    }

    @Does("One person.")
    @GetMapping("/people/{key}")
    Person person(@PathVariable String key) {
        return Person.of(people.required(key));
    }

    @Does(value = "Changes what a person is called and where they are.", body = {"name*: the whole name", "called: what they chose to be called", "place: where they are"})
    @PostMapping("/people/{key}")
    ResponseEntity<Person> describePerson(@PathVariable String key, @RequestBody Map<String, String> sent, HttpServletRequest request) {
        Administering.by(request);
        people.describe(key, new Written(sent));
        return new At("/api/v1/people/" + key).changed(Person.of(people.required(key)));
    }

    @Does("Erases a person, by whoever protects data: words, names and addresses go, facts and figures stay. It cannot be undone.")
    @PostMapping("/people/{key}/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable String key, HttpServletRequest request) {
        ErasureController.mayErase(request);
        erasures.erase(key);
    }

    @Does(value = "The tree of units on a day.", query = {"at: a day, such as 2026-01-31; today unless it is said"})
    @GetMapping("/units")
    Slice<Unit> units(@RequestParam Map<String, String> asked, HttpServletRequest request) {
        LocalDate at = Objects.requireNonNullElseGet(new Typed(asked).maybeDate("at"), LocalDate::now);
        return new Slice<>(units.tree(at, language(request)).stream().map(Unit::of).toList(), null);
    }

    @Does(value = "Adds a unit.", status = 201, body = {"kind*: company, division, department, team, project, committee or external", "en*: its name in English", "de: its name in German", "parent: the unit above it", "discreet: true hides who belongs to it"})
    @PostMapping("/units")
    ResponseEntity<Unit> addUnit(@RequestBody Map<String, String> sent, HttpServletRequest request) {
        String language = Administering.by(request).language();
        String key = units.add(new Written(sent));
        return ResponseEntity.created(URI.create("/api/v1/units/" + key)).body(Unit.of(units.required(key, language)));
    }

    @Does("One unit.")
    @GetMapping("/units/{key}")
    Unit unit(@PathVariable String key, HttpServletRequest request) {
        return Unit.of(units.required(key, language(request)));
    }

    @Does("The teams of agents.")
    @GetMapping("/teams")
    Slice<Team> teams(HttpServletRequest request) {
        return new Slice<>(teams.list(language(request)).stream().map(team -> new Team(team.key(), team.name(), team.desk(), List.of())).toList(), null);
    }

    @Does(value = "Adds a team.", status = 201, body = {"en*: its name in English", "de: its name in German"})
    @PostMapping("/teams")
    ResponseEntity<Team> addTeam(@RequestBody Map<String, String> sent, HttpServletRequest request) {
        Administering.by(request);
        String key = teams.add(new Written(sent));
        return ResponseEntity.created(URI.create("/api/v1/teams/" + key)).body(team(key, request));
    }

    @Does("One team and who is in it.")
    @GetMapping("/teams/{key}")
    Team team(@PathVariable String key, HttpServletRequest request) {
        Teams.Team team = teams.required(key, language(request));
        return new Team(team.key(), team.name(), team.desk(), teams.members(team.id()).stream().map(Member::of).toList());
    }

    @Does(value = "Puts a person into a team; they read what it had before when a second person agrees, or after a day.", body = {"person*: by key, name or address"})
    @PostMapping("/teams/{key}/members")
    ResponseEntity<Team> join(@PathVariable String key, @RequestBody Map<String, String> sent, HttpServletRequest request) {
        Administering.by(request);
        teams.join(key, new Written(sent));
        return new At("/api/v1/teams/" + key).changed(team(key, request));
    }

    @Does("Takes a person out of a team.")
    @PostMapping("/teams/{key}/members/{person}/ending")
    ResponseEntity<Team> leave(@PathVariable String key, @PathVariable String person, HttpServletRequest request) {
        Administering.by(request);
        teams.leave(key, person);
        return new At("/api/v1/teams/" + key).changed(team(key, request));
    }

    private static String language(HttpServletRequest request) {
        return Viewers.required(request).language();
    }
}
