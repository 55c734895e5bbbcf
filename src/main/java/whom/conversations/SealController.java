package whom.conversations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Viewer;
import whom.access.Viewers;
import whom.kernel.NotFound;
import whom.web.Flash;

/** Asking for a seal to be broken, deciding it, and how many there were (P4). */
@Controller
class SealController {

    private final Seals seals;

    SealController(Seals seals) {
        this.seals = seals;
    }

    @GetMapping("/seals")
    ModelAndView list(HttpServletRequest request) {
        inside(request);
        return new ModelAndView("conversations/seals").addObject("breaks", seals.list());
    }

    @PostMapping("/seals")
    String ask(@RequestParam(defaultValue = "") String number, @RequestParam(defaultValue = "") String purpose, @RequestParam(defaultValue = "24") int hours,
               @RequestParam(defaultValue = "") String ground, @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate tellAt,
               HttpServletRequest request, HttpServletResponse response) {
        Viewer viewer = inside(request);
        seals.ask(new AskToBreak(number, purpose, hours, ground, tellAt == null ? null : tellAt.atStartOfDay(ZoneId.of(viewer.timeZone())).toInstant()));
        Flash.of("conversations.seal.asked").keep(request, response);
        return "redirect:/seals";
    }

    @PostMapping("/seals/{key}/decision")
    String decide(@PathVariable String key, @RequestParam boolean yes) {
        seals.decide(key, yes);
        return "redirect:/seals";
    }

    @PostMapping("/seals/{key}/end")
    String end(@PathVariable String key) {
        seals.end(key);
        return "redirect:/seals";
    }

    @GetMapping("/seals/published")
    ModelAndView published() {
        return new ModelAndView("conversations/seals-published").addObject("months", seals.published());
    }

    private static Viewer inside(HttpServletRequest request) {
        return Viewers.of(request).filter(Viewer::inside).orElseThrow(NotFound::new);
    }
}
