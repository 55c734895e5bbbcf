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
import whom.web.Flash;

/** Roles and closed accounts, for administrators. */
@Controller
@RequestMapping("/accounts")
class RolesController {

    private final Roles roles;

    RolesController(Roles roles) {
        this.roles = roles;
    }

    @GetMapping
    ModelAndView page(HttpServletRequest request) {
        Administering.by(request);
        return new ModelAndView("people/accounts", "page", new PeoplePages.Accounts(roles.grants(), roles.closed()));
    }

    @PostMapping("/roles")
    String grant(@RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
        Administering.by(request);
        roles.grant(new Written(typed));
        Flash.of("people.role.granted").keep(request, response);
        return "redirect:/accounts";
    }

    @PostMapping("/roles/{id}/ending")
    String end(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) {
        Administering.by(request);
        roles.end(id);
        Flash.of("people.role.ended").keep(request, response);
        return "redirect:/accounts";
    }

    @PostMapping("/closed")
    String close(@RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
        Administering.by(request);
        roles.close(new Written(typed));
        Flash.of("people.account.closed").keep(request, response);
        return "redirect:/accounts";
    }

    @PostMapping("/closed/{person}/return")
    String reopen(@PathVariable String person, HttpServletRequest request) {
        Administering.by(request);
        roles.reopen(person);
        return "redirect:/accounts";
    }
}
