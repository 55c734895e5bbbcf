package whom.tickets.listing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import whom.access.Viewer;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.tickets.Stage;
import whom.tickets.StageChange;
import whom.tickets.Tickets;
import whom.web.Flash;

/** Several at once: each by itself, so that one that cannot go along does not hold up the others. */
@Controller
class BulkController {

    private static final int MOST = 100;

    private final Tickets tickets;

    BulkController(Tickets tickets) {
        this.tickets = tickets;
    }

    @PostMapping("/tickets/assignment")
    RedirectView assign(@RequestParam(defaultValue = "") List<String> pick, @RequestParam(required = false) @Nullable String back, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        return each(pick, back, "assigned", number -> tickets.assign(number, null, viewer.id()), request, response);
    }

    @PostMapping("/tickets/solution")
    RedirectView solve(@RequestParam(defaultValue = "") List<String> pick, @RequestParam(required = false) @Nullable String back, HttpServletRequest request, HttpServletResponse response) {
        return each(pick, back, "solved", number -> tickets.move(number, null, StageChange.to(Stage.SOLVED)), request, response);
    }

    private RedirectView each(List<String> pick, @Nullable String back, String what, Consumer<String> act, HttpServletRequest request, HttpServletResponse response) {
        if (pick.isEmpty() || pick.size() > MOST) {
            throw new Refused("", "tickets.bulk.none", MOST);
        }
        int done = 0;
        for (String number : pick) {
            try {
                act.accept(number);
                done++;
            } catch (NotFound | Refused left) {
                // counted by what is missing
            }
        }
        Flash.of("tickets.bulk." + what + (done < pick.size() ? "_some" : ""), done, pick.size()).keep(request, response);
        return Redirect.back(back, "/tickets");
    }
}
