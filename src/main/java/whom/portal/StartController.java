package whom.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Viewers;

/** Where one comes in: agents at their work, everybody else at the one box. */
@Controller
class StartController {

    private final AskController asking;

    StartController(AskController asking) {
        this.asking = asking;
    }

    @GetMapping("/")
    ModelAndView start(HttpServletRequest request) {
        return Viewers.required(request).agent() ? new ModelAndView("redirect:/tickets") : asking.start("", request);
    }
}
