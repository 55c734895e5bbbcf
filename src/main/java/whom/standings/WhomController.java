package whom.standings;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Role;
import whom.access.Viewers;
import whom.kernel.NotFound;
import whom.vocabulary.Fact;
import whom.vocabulary.Words;
import whom.web.Shells;

/** Whom a service has, for its owner and for keepers of facts; for everybody else there is no such page. */
@Controller
class WhomController {

    static final int PAGE = 50;

    private final Standings standings;
    private final Shells shells;

    WhomController(Standings standings, Shells shells) {
        this.standings = standings;
        this.shells = shells;
    }

    @GetMapping("/whom/{service}")
    ModelAndView whom(@PathVariable String service, @RequestParam Map<String, String> asked, HttpServletRequest request) {
        boolean keeps = Viewers.required(request).has(Role.KEEPER_OF_FACTS);
        LocalDate at = keeps ? WhoController.at(asked) : LocalDate.now();
        Words words = shells.words(request);
        Parties parties = standings.parties(service, at, words);
        return new ModelAndView("standings/whom", "page", new WhomPage(parties, Picture.of(parties, words), at, at.equals(LocalDate.now()), keeps));
    }

    @GetMapping("/whom/{service}/{standing}")
    ModelAndView people(@PathVariable String service, @PathVariable String standing, @RequestParam Map<String, String> asked, HttpServletRequest request) {
        Standing of = Arrays.stream(Standing.values()).filter(s -> s.key().equals(standing)).findFirst().orElseThrow(NotFound::new);
        LocalDate at = WhoController.at(asked);
        String after = asked.getOrDefault("after", "");
        Words words = shells.words(request);
        Standings.Have have = standings.whomByName(service, of, at, after, PAGE + 1, words);
        List<Parties.Someone> people = have.people().stream().limit(PAGE).toList();
        @Nullable String next = have.people().size() <= PAGE ? null
                : "/whom/" + service + "/" + of.key() + "?at=" + at + "&after=" + URLEncoder.encode(people.getLast().key(), StandardCharsets.UTF_8);
        return new ModelAndView("standings/people", "page",
                new WhomPage.People(service, have.name(), of, words.several(Fact.valueOf(of.name())), at, at.equals(LocalDate.now()), people, next, after.isEmpty()));
    }
}
