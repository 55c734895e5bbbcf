package whom.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Administering;
import whom.access.Viewer;
import whom.access.Viewers;
import whom.web.Flash;

/** Teams and who is in them. */
@Controller
@RequestMapping("/teams")
class TeamsController {

    private final Teams teams;

    TeamsController(Teams teams) {
        this.teams = teams;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request) {
        Viewer viewer = Viewers.required(request);
        return new ModelAndView("people/teams", "page", new PeoplePages.TeamList(teams.list(viewer.language()), Administering.may(viewer)));
    }

    @PostMapping
    String add(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        Administering.by(request);
        return "redirect:/teams/" + teams.add(new Written(typed));
    }

    @GetMapping("/{key}")
    ModelAndView one(@PathVariable String key, HttpServletRequest request) {
        Viewer viewer = Viewers.required(request);
        Teams.Team team = teams.required(key, viewer.language());
        return new ModelAndView("people/team", "page", new PeoplePages.OneTeam(team, teams.members(team.id()), Administering.may(viewer)));
    }

    @PostMapping("/{key}/members")
    String join(@PathVariable String key, @RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
        Administering.by(request);
        teams.join(key, new Written(typed));
        Flash.of("people.team.joined").keep(request, response);
        return "redirect:/teams/" + key;
    }

    @PostMapping("/{key}/members/{person}/ending")
    String leave(@PathVariable String key, @PathVariable String person, HttpServletRequest request) {
        Administering.by(request);
        teams.leave(key, person);
        return "redirect:/teams/" + key;
    }

    @PostMapping("/{key}/members/{person}/agreement")
    String agree(@PathVariable String key, @PathVariable String person) {
        teams.agree(key, person);
        return "redirect:/teams/" + key;
    }
}
