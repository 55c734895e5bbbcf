package whom.standings;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Role;
import whom.access.Viewer;
import whom.access.Viewers;
import whom.facts.Typed;
import whom.kernel.NotFound;
import whom.web.Shells;

/** How one stands oneself, for everyone; how somebody else does, for those who may know it (D8). The database decides that. */
@Controller
class WhoController {

    private final Standings standings;
    private final Names names;
    private final Shells shells;

    WhoController(Standings standings, Names names, Shells shells) {
        this.standings = standings;
        this.names = names;
        this.shells = shells;
    }

    @GetMapping("/me/standings")
    ModelAndView mine(HttpServletRequest request) {
        Viewer viewer = Viewers.required(request);
        return new ModelAndView("standings/mine", "services", standings.explained(viewer.key(), LocalDate.now(), shells.words(request)));
    }

    /** For keepers: a name or key leads on when it is one person's. */
    @GetMapping("/who")
    ModelAndView search(@RequestParam Map<String, String> asked, HttpServletRequest request) {
        if (!Viewers.required(request).has(Role.KEEPER_OF_FACTS)) {
            throw new NotFound();
        }
        String typed = new Typed(asked).text("person");
        List<WhoPage.Found> found = typed.isEmpty() ? List.of() : names.find(typed);
        if (found.size() == 1) {
            return new ModelAndView("redirect:/who/" + URLEncoder.encode(found.getFirst().key(), StandardCharsets.UTF_8) + "?at=" + at(asked));
        }
        return new ModelAndView("standings/search", "page", new WhoPage.Search(typed, at(asked), found.stream().limit(Names.MOST).toList(), found.size() > Names.MOST));
    }

    @GetMapping("/who/{person}")
    ModelAndView who(@PathVariable String person, @RequestParam Map<String, String> asked, HttpServletRequest request) {
        boolean keeps = Viewers.required(request).has(Role.KEEPER_OF_FACTS);
        LocalDate at = keeps ? at(asked) : LocalDate.now();
        List<OnService> services = standings.explained(person, at, shells.words(request));
        WhoPage.Found found = names.person(person).orElseThrow(NotFound::new);
        return new ModelAndView("standings/who", "page", new WhoPage(found, at, at.equals(LocalDate.now()), keeps, services));
    }

    static LocalDate at(Map<String, String> asked) {
        @Nullable LocalDate day = new Typed(asked).maybeDate("at");
        return day == null ? LocalDate.now() : day;
    }
}
