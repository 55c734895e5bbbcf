package whom.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.kernel.NotFound;

/** Signing in, by password or by a link, and out. */
@Controller
class SignInController {

    private final SignIn signIn;
    private final Sessions sessions;

    SignInController(SignIn signIn, Sessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @GetMapping("/sign-in")
    ModelAndView form(@RequestParam(defaultValue = "") String to, HttpServletRequest request) {
        return Viewers.of(request).isPresent() ? new ModelAndView("redirect:" + within(to))
                : new ModelAndView("access/sign-in").addObject("to", within(to)).addObject("links", signIn.offersLinks());
    }

    @PostMapping("/sign-in")
    String byPassword(@RequestParam(defaultValue = "") String address, @RequestParam(defaultValue = "") String password,
                      @RequestParam(defaultValue = "") String to, HttpServletRequest request, HttpServletResponse response) {
        long account = signIn.byPassword(address, password, request.getRemoteAddr());
        SessionCookie.start(sessions, account, request, response);
        return "redirect:" + within(to);
    }

    @PostMapping("/sign-in/links")
    String sendLink(@RequestParam(defaultValue = "") String address, HttpServletRequest request) {
        signIn.sendLink(address, request.getRemoteAddr());
        return "redirect:/sign-in/links";
    }

    @GetMapping("/sign-in/links")
    String linkSent() {
        return "access/link-sent";
    }

    /** Opening the link does nothing by itself, since mail scanners open links. */
    @GetMapping("/sign-in/links/{secret}")
    ModelAndView link(@PathVariable String secret) {
        return new ModelAndView("access/link").addObject("secret", secret);
    }

    @PostMapping("/sign-in/links/{secret}")
    String byLink(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.start(sessions, signIn.byLink(secret).orElseThrow(NotFound::new), request, response);
        return "redirect:/";
    }

    @PostMapping("/sign-out")
    String out(HttpServletRequest request, HttpServletResponse response) {
        Viewers.of(request).filter(v -> v.session() != 0).ifPresent(v -> sessions.end(v.session()));
        SessionCookie.end(request, response);
        return "redirect:/sign-in";
    }

    /** A path of this site, whatever the address bar said. */
    private static String within(@Nullable String to) {
        try {
            boolean ours = to != null && to.startsWith("/") && !to.startsWith("//") && !to.contains("\\") && !to.contains("{") && new URI(to).getHost() == null;
            return ours ? to : "/";
        } catch (java.net.URISyntaxException e) {
            return "/";
        }
    }
}
