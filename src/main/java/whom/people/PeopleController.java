package whom.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Administering;
import whom.access.Role;
import whom.access.Viewer;
import whom.access.Viewers;
import whom.facts.FactRows;
import whom.facts.KindsOfFacts;
import whom.facts.Referent;
import whom.web.Flash;

/** People: a list to search, and each with what is recorded about them. */
@Controller
@RequestMapping("/people")
class PeopleController {

    private final People people;
    private final Teams teams;
    private final FactRows facts;
    private final KindsOfFacts kinds;

    PeopleController(People people, Teams teams, FactRows facts, KindsOfFacts kinds) {
        this.people = people;
        this.teams = teams;
        this.facts = facts;
        this.kinds = kinds;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String after, HttpServletRequest request) {
        String text = new Written(Map.of("q", q)).maybe("q");
        List<People.Person> found = people.list(text, after, People.PAGE + 1);
        String next = found.size() > People.PAGE ? found.get(People.PAGE - 1).key() : null;
        return new ModelAndView("people/people", "page", new PeoplePages.PeopleList(found.stream().limit(People.PAGE).toList(), text, next, Administering.may(Viewers.required(request))));
    }

    @PostMapping
    String add(@RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
        String key = people.add(new Written(typed), Administering.by(request).language());
        Flash.of("people.added").keep(request, response);
        return "redirect:/people/" + key;
    }

    @GetMapping("/{key}")
    ModelAndView one(@PathVariable String key, HttpServletRequest request) {
        Viewer viewer = Viewers.required(request);
        People.Person person = people.required(key);
        var about = List.of("memberships", "offices").stream().map(kinds::required)
                .map(kind -> new PeoplePages.Facts(kind, facts.list(kind, FactRows.Wanted.about(Referent.PERSON, person.id())))).toList();
        return new ModelAndView("people/person", "page", new PeoplePages.OnePerson(person, teams.of(person.id(), viewer.language()), about, Administering.may(viewer),
                viewer.has(Role.KEEPER_OF_FACTS) || viewer.key().equals(key), ErasureController.may(viewer) && !viewer.key().equals(key)));
    }

    @PostMapping("/{key}")
    String describe(@PathVariable String key, @RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
        Administering.by(request);
        people.describe(key, new Written(typed));
        Flash.of("people.changed").keep(request, response);
        return "redirect:/people/" + key;
    }
}
