package whom.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Actor;
import whom.access.OpenPaths;
import whom.access.SessionCookie;
import whom.access.Sessions;
import whom.access.Viewers;

/** The way round the demonstration: be this one, then that one, and leave. */
@Controller
class TourController {

    private final Tour tour;
    private final Sessions sessions;

    TourController(Tour tour, Sessions sessions) {
        this.tour = tour;
        this.sessions = sessions;
    }

    @GetMapping("/demonstration")
    ModelAndView tour(HttpServletRequest request) {
        tour.require();
        return new ModelAndView("demo/tour").addObject("stops", Tour.STOPS).addObject("guises", tour.guises())
                .addObject("now", Viewers.of(request).map(viewer -> viewer.key()).orElse(""));
    }

    /** @param to "" for where they start, "ticket" for the tale's ticket as it stands in their part of the house */
    @PostMapping("/demonstration/as/{person}")
    String be(@PathVariable String person, @RequestParam(defaultValue = "") String to, HttpServletRequest request, HttpServletResponse response) {
        long account = tour.account(person);
        String place = Tour.STOPS.stream().filter(stop -> to.equals("ticket") && stop.person().equals(person)).map(Stop::place).findFirst().orElse("");
        String number = place.isEmpty() ? "" : Actor.as(new Actor.Account(tour.account("ada")), tour::number).orElse("");
        SessionCookie.start(sessions, account, request, response);
        return "redirect:" + (number.isEmpty() ? "/" : place + number);
    }

    @GetMapping("/demonstration/leaving")
    String leaving() {
        tour.require();
        return "demo/leaving";
    }

    @PostMapping("/demonstration/leaving")
    String leave() {
        tour.require();
        tour.left().complete(null);
        return "demo/left";
    }

    /** Whoever comes may look round; elsewhere these answer like what does not exist. */
    @Bean
    static OpenPaths demonstrationForAll() {
        return () -> java.util.List.of("/demonstration");
    }
}
