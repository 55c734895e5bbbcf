package whom.standings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.facts.Typed;
import whom.web.Flash;

/** Shares that are agreed together, as a page. */
@Controller
class SharesController {

    private final SharesOfScope shares;

    SharesController(SharesOfScope shares) {
        this.shares = shares;
    }

    @GetMapping("/shares/new")
    ModelAndView form(@RequestParam(defaultValue = "") String service) {
        return new ModelAndView("standings/shares").addObject("service", service).addObject("most", SharesOfScope.MOST);
    }

    @PostMapping("/shares")
    String agree(@RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
        shares.agree(new Typed(typed));
        Flash.of("facts.added").keep(request, response);
        return "redirect:/facts/fundings";
    }

    @PostMapping("/shares/ending")
    String end(@RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
        shares.end(new Typed(typed));
        Flash.of("facts.ended").keep(request, response);
        return "redirect:/facts/fundings";
    }
}
