package whom.tickets;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import whom.access.Viewer;
import whom.kernel.Refused;
import whom.vocabulary.Words;

/** Waiting: for the one served, or for a third party until a day. */
@Controller
class WaitController {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Tickets tickets;

    WaitController(Tickets tickets) {
        this.tickets = tickets;
    }

    @GetMapping("/tickets/{number}/wait")
    ModelAndView choose(@PathVariable String number, @RequestParam(required = false) @Nullable String back, Viewer viewer) {
        return new ModelAndView("tickets/wait", "page", tickets.choosing(number, back, viewer.language()));
    }

    @PostMapping("/tickets/{number}/wait")
    RedirectView wait(@PathVariable String number, @RequestParam(defaultValue = "waiting_user") String who, @RequestParam(defaultValue = "") String until,
                      @RequestParam(defaultValue = "") String reason, @ModelAttribute ActionForm form, Words words) {
        Stage stage = who.equals("waiting_third_party") ? Stage.WAITING_THIRD_PARTY : Stage.WAITING_USER;
        tickets.move(number, form.version(), new StageChange(stage, morning(until, words), reason));
        return form.done(number);
    }

    @DeleteMapping("/tickets/{number}/wait")
    RedirectView end(@PathVariable String number, @ModelAttribute ActionForm form) {
        tickets.move(number, form.version(), StageChange.to(Stage.OPEN));
        return form.done(number);
    }

    private static @Nullable Instant morning(String day, Words words) {
        try {
            return day.isBlank() ? null : LocalDate.parse(day).atTime(MORNING).atZone(words.zone()).toInstant();
        } catch (DateTimeException e) {
            throw new Refused("until", "tickets.wait.until_past");
        }
    }
}
