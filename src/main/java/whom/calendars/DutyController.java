package whom.calendars;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.NotAllowed;
import whom.access.Viewer;
import whom.access.Viewers;
import whom.access.Administering;
import whom.people.Teams;
import whom.people.Written;
import whom.vocabulary.Words;
import whom.web.Choice;

/** Who of a team is on duty when. */
@Controller
class DutyController {

    private final OnDuty duty;
    private final Teams teams;

    DutyController(OnDuty duty, Teams teams) {
        this.duty = duty;
        this.teams = teams;
    }

    @GetMapping("/teams/{key}/duty")
    ModelAndView show(@PathVariable String key, HttpServletRequest request, Words words) {
        Viewer viewer = Viewers.required(request);
        if (!viewer.inside()) {
            throw new NotAllowed();
        }
        Teams.Team team = teams.required(key, viewer.language());
        var people = teams.members(team.id()).stream().filter(member -> member.until() == null).map(member -> new Choice(member.key(), member.name())).toList();
        return new ModelAndView("calendars/duty", "page", new CalendarPages.Rota(team.key(), team.name(), duty.shifts(team.id()), duty.changes(team.id()), duty.at(team.id(), Instant.now()),
                people, CalendarPages.zones(), words.zone().getId(), Administering.may(viewer)));
    }

    @PostMapping("/teams/{key}/duty")
    String add(@PathVariable String key, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        Administering.by(request);
        duty.add(duty.team(key), new Written(typed));
        return "redirect:/teams/" + key + "/duty";
    }

    @PostMapping("/teams/{key}/duty/{shift}/ending")
    String end(@PathVariable String key, @PathVariable String shift, HttpServletRequest request) {
        Administering.by(request);
        duty.end(shift);
        return "redirect:/teams/" + key + "/duty";
    }

    @PostMapping("/teams/{key}/duty/changes")
    String change(@PathVariable String key, @RequestParam Map<String, String> typed, HttpServletRequest request, Words words) {
        Viewers.required(request);
        duty.change(duty.team(key), new Written(typed), words.zone());
        return "redirect:/teams/" + key + "/duty";
    }
}
