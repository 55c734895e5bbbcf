package whom.agreements;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Viewers;
import whom.api.Does;
import whom.api.Slice;

/** What becomes due, or is late, as far as one was told. */
@Controller
class WarningsController {

    private final Warnings warnings;

    WarningsController(Warnings warnings) {
        this.warnings = warnings;
    }

    @GetMapping("/warnings")
    ModelAndView mine(HttpServletRequest request) {
        return new ModelAndView("agreements/warnings", "page", new AgreementPages.Warnings(warnings.mine(Viewers.required(request).language())));
    }

    @PostMapping("/warnings/seen")
    String see(@RequestParam(defaultValue = "") String warning, HttpServletRequest request) {
        Viewers.required(request);
        warnings.see(warning);
        return "redirect:/warnings";
    }

    @Does("The warnings that one was given about targets that come near or were missed.")
    @GetMapping("/api/v1/warnings")
    @ResponseBody
    Slice<Warning> list(HttpServletRequest request) {
        List<Warning> mine = warnings.mine(Viewers.required(request).language());
        return new Slice<>(mine, null);
    }
}
