package whom.tickets.sorting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Role;
import whom.access.Viewer;
import whom.kernel.NotFound;
import whom.tickets.Tickets;
import whom.vocabulary.Words;
import whom.web.Choice;
import whom.web.Flash;
import whom.web.NavigationEntry;

/** The dispatcher's page: envelopes, and to which team each goes. */
@Controller
class SortingController {

    private final Sorting sorting;
    private final Tickets tickets;

    SortingController(Sorting sorting, Tickets tickets) {
        this.sorting = sorting;
        this.tickets = tickets;
    }

    @Bean
    static NavigationEntry sortingEntry() {
        return NavigationEntry.only(NavigationEntry.Place.WORK, 15, "tickets.sorting.title", "/sorting", "funnel", viewer -> viewer.has(Role.DISPATCHER));
    }

    @GetMapping("/sorting")
    ModelAndView waiting(Viewer viewer, Words words) {
        if (!viewer.has(Role.DISPATCHER)) {
            throw new NotFound();
        }
        List<Choice> teams = new ArrayList<>(List.of(new Choice("", words.say("tickets.sorting.choose"))));
        teams.addAll(tickets.teams(viewer.language()));
        return new ModelAndView("tickets/sorting", "page", new SortingPage(sorting.waiting(viewer.language()), teams));
    }

    @PostMapping("/sorting/{number}")
    String give(@PathVariable String number, @RequestParam(defaultValue = "") String team, HttpServletRequest request, HttpServletResponse response) {
        sorting.give(number, team);
        Flash.of("tickets.sorting.given", number).keep(request, response);
        return "redirect:/sorting";
    }
}
