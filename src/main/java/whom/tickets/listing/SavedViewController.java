package whom.tickets.listing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import whom.access.Viewer;
import whom.kernel.NotFound;
import whom.web.Flash;

/** Keeping a view, and forgetting it. */
@Controller
class SavedViewController {

    private final SavedViews views;

    SavedViewController(SavedViews views) {
        this.views = views;
    }

    @GetMapping("/tickets/views/new")
    ModelAndView form(@RequestParam(defaultValue = "") String filter, Viewer viewer) {
        onlyAgents(viewer);
        return new ModelAndView("tickets/view", "filter", filter);
    }

    @PostMapping("/tickets/views")
    RedirectView save(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String filter, @RequestParam(defaultValue = "false") boolean shared,
                      Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        onlyAgents(viewer);
        SavedView made = views.save(name, filter, shared);
        Flash.of("tickets.view.saved").keep(request, response);
        return Redirect.to(ListAddress.START.ofView(made.key()).list());
    }

    @DeleteMapping("/tickets/views/{key}")
    RedirectView forget(@PathVariable String key, HttpServletRequest request, HttpServletResponse response) {
        views.forget(key);
        Flash.of("tickets.view.forgotten").keep(request, response);
        return Redirect.to("/tickets");
    }

    /** As for the list that a view is of. */
    private static void onlyAgents(Viewer viewer) {
        if (!viewer.agent()) {
            throw new NotFound();
        }
    }
}
