package whom.conversations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.NotAllowed;
import whom.access.Role;
import whom.access.Viewer;
import whom.access.Viewers;
import whom.web.Flash;
import whom.web.NavigationEntry;

/** How files are looked at, and what becomes of those of which the scanner says nothing; for administrators. */
@Controller
class FilesController implements NavigationEntry {

    private final FileRules rules;

    FilesController(FileRules rules) {
        this.rules = rules;
    }

    @GetMapping("/files")
    ModelAndView page(HttpServletRequest request) {
        administering(request);
        return new ModelAndView("conversations/checking", "page", rules.page());
    }

    @PostMapping("/files")
    String choose(@RequestParam(defaultValue = "") String unchecked, HttpServletRequest request, HttpServletResponse response) {
        administering(request);
        rules.choose(unchecked);
        Flash.of("conversations.checking.chosen").keep(request, response);
        return "redirect:/files";
    }

    @Override
    public Place place() {
        return Place.SETTINGS;
    }

    @Override
    public String label() {
        return "conversations.checking.title";
    }

    @Override
    public String path() {
        return "/files";
    }

    @Override
    public String icon() {
        return "paperclip";
    }

    @Override
    public boolean shownTo(@Nullable Viewer viewer) {
        return viewer != null && may(viewer);
    }

    private static void administering(HttpServletRequest request) {
        if (!may(Viewers.required(request))) {
            throw new NotAllowed();
        }
    }

    private static boolean may(Viewer viewer) {
        return viewer.has(Role.ADMINISTRATOR) && viewer.may("administration");
    }
}
