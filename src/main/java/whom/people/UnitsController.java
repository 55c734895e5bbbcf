package whom.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import whom.facts.Typed;
import whom.web.Flash;

/** Units as a tree of a day, and each with what is recorded about it. */
@Controller
@RequestMapping("/units")
class UnitsController {

    private final Units units;
    private final FactRows facts;
    private final KindsOfFacts kinds;

    UnitsController(Units units, FactRows facts, KindsOfFacts kinds) {
        this.units = units;
        this.facts = facts;
        this.kinds = kinds;
    }

    @GetMapping
    ModelAndView tree(@RequestParam Map<String, String> asked, HttpServletRequest request) {
        Viewer viewer = Viewers.required(request);
        LocalDate at = Objects.requireNonNullElseGet(new Typed(asked).maybeDate("at"), LocalDate::now);
        return new ModelAndView("people/units", "page", new PeoplePages.UnitTree(units.tree(at, viewer.language()), at, Administering.may(viewer), viewer.has(Role.KEEPER_OF_FACTS)));
    }

    @PostMapping
    String add(@RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
        Administering.by(request);
        String key = units.add(new Written(typed));
        Flash.of("people.unit.added").keep(request, response);
        return "redirect:/units/" + key;
    }

    @GetMapping("/{key}")
    ModelAndView one(@PathVariable String key, HttpServletRequest request) {
        Viewer viewer = Viewers.required(request);
        Units.Unit unit = units.required(key, viewer.language());
        var about = List.of("placements", "memberships", "offices").stream().map(kinds::required)
                .map(kind -> new PeoplePages.Facts(kind, facts.list(kind, FactRows.Wanted.about(Referent.UNIT, unit.id())))).toList();
        return new ModelAndView("people/unit", "page", new PeoplePages.OneUnit(unit, about, Administering.may(viewer) && viewer.has(Role.KEEPER_OF_FACTS)));
    }

    @PostMapping("/{key}/discretion")
    String discreet(@PathVariable String key, @RequestParam(defaultValue = "false") boolean discreet, HttpServletRequest request) {
        Administering.by(request);
        units.discreet(key, discreet);
        return "redirect:/units/" + key;
    }
}
