package whom.conversations;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Viewer;
import whom.access.Viewers;
import whom.kernel.NotFound;
import whom.web.Choice;

/** An agent on the phone types the number and the code that the caller reads out (P1). */
@Controller
class AdmissionController {

    private final Admissions admissions;
    private final OwnTeams teams;

    AdmissionController(Admissions admissions, OwnTeams teams) {
        this.admissions = admissions;
        this.teams = teams;
    }

    @GetMapping("/admissions")
    ModelAndView form(HttpServletRequest request) {
        Viewer viewer = agent(request);
        return new ModelAndView("conversations/admission").addObject("teams", teams.in(viewer.language()).stream().map(team -> new Choice(Long.toString(team.id()), team.name())).toList());
    }

    @PostMapping("/admissions")
    String admit(@RequestParam(defaultValue = "") String number, @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "0") long team, HttpServletRequest request) {
        agent(request);
        admissions.admit(number, code, team);
        return "redirect:/tickets/" + whom.kernel.PublicNumber.read(number).orElseThrow(NotFound::new);
    }

    private static Viewer agent(HttpServletRequest request) {
        return Viewers.of(request).filter(Viewer::agent).orElseThrow(NotFound::new);
    }
}
