package whom.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import whom.access.NotAllowed;
import whom.access.Role;
import whom.access.Viewer;
import whom.access.Viewers;
import whom.web.Flash;

/** Erasing a person: what goes and what stays is said before. */
@Controller
class ErasureController {

    private final People people;
    private final Erasures erasures;

    ErasureController(People people, Erasures erasures) {
        this.people = people;
        this.erasures = erasures;
    }

    @GetMapping("/people/{key}/erasure")
    ModelAndView ask(@PathVariable String key, HttpServletRequest request) {
        mayErase(request);
        return new ModelAndView("people/erasure", "person", people.required(key));
    }

    @PostMapping("/people/{key}/erasure")
    String erase(@PathVariable String key, HttpServletRequest request, HttpServletResponse response) {
        mayErase(request);
        erasures.erase(key);
        Flash.of("people.erase.done").keep(request, response);
        return "redirect:/people";
    }

    static boolean may(Viewer viewer) {
        return viewer.has(Role.DATA_PROTECTION) && viewer.may("administration");
    }

    static void mayErase(HttpServletRequest request) {
        if (!may(Viewers.required(request))) {
            throw new NotAllowed();
        }
    }
}
