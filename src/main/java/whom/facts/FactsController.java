package whom.facts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.web.Flash;

/** Pages for facts of every kind: the list, one with its history, and the forms. */
@Controller
class FactsController {

    private final KindsOfFacts kinds;
    private final Facts facts;
    private final FactRows rows;

    FactsController(KindsOfFacts kinds, Facts facts, FactRows rows) {
        this.kinds = kinds;
        this.facts = facts;
        this.rows = rows;
    }

    @GetMapping("/facts")
    ModelAndView kinds() {
        return new ModelAndView("facts/kinds").addObject("kinds", kinds.all());
    }

    @GetMapping("/facts/{kind}")
    ModelAndView list(@PathVariable String kind, @RequestParam(required = false) @Nullable Long before, @RequestParam Map<String, String> asked) {
        FactKind of = kinds.required(kind);
        var at = new Typed(asked).maybeDate("at");
        List<FactRow> found = rows.list(of, new FactRows.Wanted(null, null, at, before));
        Long next = found.size() > FactRows.PAGE ? found.get(FactRows.PAGE - 1).id() : null;
        return new ModelAndView("facts/list").addObject("page", new FactsPage(of, found.stream().limit(FactRows.PAGE).toList(), at, next));
    }

    @GetMapping("/facts/{kind}/new")
    ModelAndView blank(@PathVariable String kind, @RequestParam Map<String, String> proposed) {
        return new ModelAndView("facts/new").addObject("form", new FactForm(kinds.required(kind), null, proposed));
    }

    @PostMapping("/facts/{kind}")
    String add(@PathVariable String kind, @RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
        String key = facts.add(kinds.required(kind), new Typed(typed));
        Flash.of("facts.added").keep(request, response);
        return "redirect:/facts/" + kind + "/" + key;
    }

    @GetMapping("/facts/{kind}/{key}")
    ModelAndView one(@PathVariable String kind, @PathVariable String key) {
        FactKind of = kinds.required(kind);
        FactRow current = rows.current(of, key);
        return new ModelAndView("facts/one").addObject("page", new FactPage(of, current, rows.earlier(of, key), new FactForm(of, key, current.typed())));
    }

    @GetMapping("/facts/{kind}/{key}/correction")
    ModelAndView correction(@PathVariable String kind, @PathVariable String key) {
        FactKind of = kinds.required(kind);
        FactRow current = rows.current(of, key);
        return new ModelAndView("facts/correction").addObject("page", new FactPage(of, current, List.of(), new FactForm(of, key, current.typed())));
    }

    @PostMapping("/facts/{kind}/{key}/changes")
    String change(@PathVariable String kind, @PathVariable String key, @RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
        String next = facts.changeFrom(kinds.required(kind), key, new Typed(typed));
        Flash.of("facts.changed").keep(request, response);
        return "redirect:/facts/" + kind + "/" + next;
    }

    @PostMapping("/facts/{kind}/{key}/ending")
    String end(@PathVariable String kind, @PathVariable String key, @RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
        facts.end(kinds.required(kind), key, new Typed(typed));
        Flash.of("facts.ended").keep(request, response);
        return "redirect:/facts/" + kind + "/" + key;
    }

    @PostMapping("/facts/{kind}/{key}/corrections")
    String correct(@PathVariable String kind, @PathVariable String key, @RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
        facts.correct(kinds.required(kind), key, new Typed(typed));
        Flash.of("facts.corrected").keep(request, response);
        return "redirect:/facts/" + kind + "/" + key;
    }
}
