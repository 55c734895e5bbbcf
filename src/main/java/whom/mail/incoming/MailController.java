package whom.mail.incoming;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Administering;
import whom.web.Flash;

/** How the mail stands, and what waits for somebody's decision; for administrators. */
@Controller
class MailController {

    private final SetAside aside;

    MailController(SetAside aside) {
        this.aside = aside;
    }

    @GetMapping("/mail")
    ModelAndView page(HttpServletRequest request) {
        Administering.by(request);
        return new ModelAndView("mail/mail", "page", new MailPage(aside.figures(), aside.all()));
    }

    @PostMapping("/mail/aside/{key}/again")
    String again(@PathVariable String key, HttpServletRequest request, HttpServletResponse response) {
        Administering.by(request);
        aside.tryAgain(key);
        Flash.of("mail.aside.tried").keep(request, response);
        return "redirect:/mail";
    }
}
