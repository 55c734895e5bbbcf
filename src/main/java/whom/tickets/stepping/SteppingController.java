package whom.tickets.stepping;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Viewer;
import whom.conversations.OwnTeams;
import whom.kernel.NotFound;
import whom.web.Choice;
import whom.web.Flash;
import whom.web.NavigationEntry;

/** For agents alone. */
@Controller
class SteppingController {

    private final SteppingIn stepping;
    private final OwnTeams teams;

    SteppingController(SteppingIn stepping, OwnTeams teams) {
        this.stepping = stepping;
        this.teams = teams;
    }

    @Bean
    static NavigationEntry steppingEntry() {
        return NavigationEntry.only(NavigationEntry.Place.PLACES, 81, "tickets.step_in.menu", "/stepping-in", "zap", Viewer::agent);
    }

    @GetMapping("/stepping-in")
    ModelAndView form(Viewer viewer) {
        agent(viewer);
        return new ModelAndView("tickets/stepping", "teams", teams.in(viewer.language()).stream().map(team -> new Choice(team.key(), team.name())).toList());
    }

    @PostMapping("/stepping-in")
    String stepIn(@RequestParam(defaultValue = "") String number, @RequestParam(defaultValue = "") String team, @RequestParam(defaultValue = "") String reason,
                  Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        agent(viewer);
        String read = stepping.stepIn(number, team, reason);
        Flash.of("tickets.step_in.done").keep(request, response);
        return "redirect:/tickets/" + read;
    }

    private static void agent(Viewer viewer) {
        if (!viewer.agent()) {
            throw new NotFound();
        }
    }
}
