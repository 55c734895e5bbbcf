package whom.agreements;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.NotAllowed;
import whom.access.Viewer;
import whom.access.Viewers;
import whom.calendars.Calendars;
import whom.kernel.NotFound;
import whom.access.Administering;
import whom.people.Written;
import whom.vocabulary.Words;
import whom.web.Choice;
import whom.web.Flash;

/** Agreements: what is promised, from when, and how it was kept. For those inside. */
@Controller
@RequestMapping("/agreements")
class AgreementsController {

    static final int MONTHS = 12;

    private final Agreements agreements;
    private final Calendars calendars;
    private final List<AgreementPanel> panels;

    AgreementsController(Agreements agreements, Calendars calendars, List<AgreementPanel> panels) {
        this.agreements = agreements;
        this.calendars = calendars;
        this.panels = panels.stream().sorted(Comparator.comparingInt(AgreementPanel::order)).toList();
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request) {
        Viewer viewer = inside(request);
        return new ModelAndView("agreements/agreements", "page", new AgreementPages.All(agreements.list(viewer.language()), agreements.unpromised(viewer.language()), Administering.may(viewer)));
    }

    @PostMapping
    String add(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        Administering.by(request);
        return "redirect:/agreements/" + agreements.add(new Written(typed));
    }

    @GetMapping("/{key}")
    ModelAndView one(@PathVariable String key, HttpServletRequest request, Words words) {
        Viewer viewer = inside(request);
        Agreement agreement = agreements.required(key, viewer.language());
        var choices = calendars.list(viewer.language()).stream().map(calendar -> new Choice(calendar.key(), calendar.name())).toList();
        List<AgreementVersion> versions = agreements.versions(agreement, viewer.language());
        return new ModelAndView("agreements/agreement", "page", new AgreementPages.One(agreement, versions, agreements.exceptions(agreement, viewer.language()),
                panels.stream().map(panel -> panel.on(agreement, words)).flatMap(Optional::stream).toList(), promised(versions, words), choices, AgreementPages.choices("agreements.channel.", agreements.channels(), words), LocalDate.now(), Administering.may(viewer)));
    }

    private Map<String, List<Content>> promised(List<AgreementVersion> versions, Words words) {
        return versions.stream().collect(Collectors.toMap(AgreementVersion::key, version -> panels.stream().map(panel -> panel.promised(version, words)).flatMap(Optional::stream).toList()));
    }

    @GetMapping("/{key}/months/{month}")
    ModelAndView month(@PathVariable String key, @PathVariable String month, HttpServletRequest request) {
        Viewer viewer = inside(request);
        Agreement agreement = agreements.required(key, viewer.language());
        LocalDate first = month(month);
        return new ModelAndView("agreements/month", "page", new AgreementPages.Month(agreement, first,
                agreements.attainment(agreement, 120).stream().filter(figure -> figure.month().equals(first)).toList(), agreements.missed(agreement, first, viewer.language())));
    }

    static LocalDate month(String month) {
        try {
            return YearMonth.parse(month).atDay(1);
        } catch (DateTimeException e) {
            throw new NotFound();
        }
    }

    @PostMapping("/{key}/versions")
    String plan(@PathVariable String key, @RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
        Administering.by(request);
        agreements.plan(key, new Written(typed));
        Flash.of("agreements.planned").keep(request, response);
        return "redirect:/agreements/" + key;
    }

    @PostMapping("/{key}/versions/{version}/ending")
    String drop(@PathVariable String key, @PathVariable String version, HttpServletRequest request) {
        Administering.by(request);
        agreements.drop(key, version);
        return "redirect:/agreements/" + key;
    }

    @PostMapping("/{key}/versions/{version}/targets")
    String addTarget(@PathVariable String key, @PathVariable String version, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        Administering.by(request);
        agreements.addTarget(key, version, new Written(typed));
        return "redirect:/agreements/" + key;
    }

    @PostMapping("/{key}/versions/{version}/targets/{target}/ending")
    String dropTarget(@PathVariable String key, @PathVariable String version, @PathVariable String target, HttpServletRequest request) {
        Administering.by(request);
        agreements.dropTarget(key, version, target);
        return "redirect:/agreements/" + key;
    }

    @PostMapping("/{key}/versions/{version}/levels")
    String addLevel(@PathVariable String key, @PathVariable String version, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        Administering.by(request);
        agreements.addLevel(key, version, new Written(typed));
        return "redirect:/agreements/" + key;
    }

    @PostMapping("/{key}/versions/{version}/levels/{level}/ending")
    String dropLevel(@PathVariable String key, @PathVariable String version, @PathVariable String level, HttpServletRequest request) {
        Administering.by(request);
        agreements.dropLevel(key, version, level);
        return "redirect:/agreements/" + key;
    }

    @PostMapping("/{key}/exceptions")
    String publish(@PathVariable String key, @RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
        Administering.by(request);
        agreements.publish(key, new Written(typed));
        Flash.of("agreements.exception.published").keep(request, response);
        return "redirect:/agreements/" + key;
    }

    @PostMapping("/{key}/exceptions/{exception}/ending")
    String endException(@PathVariable String key, @PathVariable String exception, HttpServletRequest request) {
        Administering.by(request);
        agreements.endException(key, exception);
        return "redirect:/agreements/" + key;
    }

    /** @throws NotAllowed for those who are served: their own promises stand on their tickets */
    static Viewer inside(HttpServletRequest request) {
        Viewer viewer = Viewers.required(request);
        if (!viewer.inside()) {
            throw new NotAllowed();
        }
        return viewer;
    }
}
