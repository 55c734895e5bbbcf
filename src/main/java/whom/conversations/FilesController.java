package whom.conversations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Administering;
import whom.web.Flash;

/** How files are looked at, and what becomes of those of which the scanner says nothing; for administrators. */
@Controller
class FilesController {

    private final FileRules rules;

    FilesController(FileRules rules) {
        this.rules = rules;
    }

    @GetMapping("/files")
    ModelAndView page(HttpServletRequest request) {
        Administering.by(request);
        return new ModelAndView("conversations/checking", "page", rules.page());
    }

    @PostMapping("/files")
    String choose(@RequestParam(defaultValue = "") String unchecked, HttpServletRequest request, HttpServletResponse response) {
        Administering.by(request);
        rules.choose(unchecked);
        Flash.of("conversations.checking.chosen").keep(request, response);
        return "redirect:/files";
    }
}
