package whom.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own account: language and time, password, sessions and tokens. */
@Controller
class AccountController {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Tokens tokens;

    AccountController(Accounts accounts, Sessions sessions, Tokens tokens) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @GetMapping("/account")
    ModelAndView account(HttpServletRequest request) {
        Viewer viewer = Viewers.required(request);
        return new ModelAndView("access/account").addObject("page", new AccountPage(viewer, sessions.mine(), tokens.mine(), List.copyOf(new TreeSet<>(Actor.SCOPES)), null));
    }

    @PostMapping("/account")
    String change(@RequestParam String language, @RequestParam String timeZone, @RequestParam(defaultValue = "false") boolean singleKeys) {
        accounts.change(language, timeZone, singleKeys);
        return "redirect:/account";
    }

    @PostMapping("/account/password")
    String password(@RequestParam(defaultValue = "") String current, @RequestParam(defaultValue = "") String password) {
        accounts.password(current, password);
        return "redirect:/account";
    }

    @PostMapping("/account/sessions/{id}/end")
    String endSession(@PathVariable long id) {
        sessions.end(id);
        return "redirect:/account";
    }

    /** The page that answers shows the token; it cannot be shown again. */
    @PostMapping("/account/tokens")
    ModelAndView makeToken(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") Set<String> scopes,
                           @RequestParam(defaultValue = "90") int days, HttpServletRequest request) {
        Secret made = tokens.make(name, scopes, Duration.ofDays(days));
        return new ModelAndView("access/account").addObject("page", new AccountPage(Viewers.required(request), sessions.mine(), tokens.mine(), List.copyOf(new TreeSet<>(Actor.SCOPES)), made.shown()));
    }

    @PostMapping("/account/tokens/{id}/end")
    String endToken(@PathVariable long id) {
        tokens.end(id);
        return "redirect:/account";
    }
}
