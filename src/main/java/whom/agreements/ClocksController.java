package whom.agreements;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import whom.api.Does;
import whom.vocabulary.Words;

/** The clocks of a ticket: drawn, and in words. */
@Controller
class ClocksController {

    private final Promises promises;

    ClocksController(Promises promises) {
        this.promises = promises;
    }

    @GetMapping("/tickets/{number}/clocks")
    ModelAndView show(@PathVariable String number, @RequestHeader(name = "HX-Request", required = false) @Nullable String part, Words words) {
        return new ModelAndView(part == null ? "agreements/clocks" : "agreements/_clocks", "page", promises.of(number, words.language().tag()));
    }

    @Does("What was promised for a ticket, and how its clocks stand.")
    @GetMapping("/api/v1/tickets/{number}/clocks")
    @ResponseBody
    ClockPage read(@PathVariable String number, Words words) {
        return promises.of(number, words.language().tag());
    }
}
