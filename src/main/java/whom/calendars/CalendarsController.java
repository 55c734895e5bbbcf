package whom.calendars;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Viewer;
import whom.access.Viewers;
import whom.kernel.Refused;
import whom.access.Administering;
import whom.people.Written;
import whom.vocabulary.Words;
import whom.web.Flash;

/** Calendars, each with a year to look at. */
@Controller
@RequestMapping("/calendars")
class CalendarsController {

    private final Calendars calendars;

    CalendarsController(Calendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping
    ModelAndView list(HttpServletRequest request, Words words) {
        Viewer viewer = Viewers.required(request);
        return new ModelAndView("calendars/calendars", "page", new CalendarPages.All(calendars.list(viewer.language()), CalendarPages.zones(), words.zone().getId(), Administering.may(viewer)));
    }

    @PostMapping
    String add(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        Administering.by(request);
        return "redirect:/calendars/" + calendars.add(new Written(typed));
    }

    @GetMapping("/{key}")
    ModelAndView one(@PathVariable String key, @RequestParam(required = false) @Nullable Integer year, HttpServletRequest request, Words words) {
        Viewer viewer = Viewers.required(request);
        Calendars.Named calendar = calendars.required(key, viewer.language());
        LocalDate tomorrow = calendars.tomorrow(calendar.zone());
        int shown = year == null ? tomorrow.minusDays(1).getYear() : Math.clamp(year, YearView.FIRST, YearView.LAST);
        YearView view = YearView.of(calendars.calendar(calendar), shown, tomorrow.minusDays(1), words.locale());
        return new ModelAndView("calendars/calendar", "page", new CalendarPages.One(calendar, calendars.weeks(calendar.id()), view, calendars.given(calendar.id(), viewer.language()), tomorrow, Administering.may(viewer)));
    }

    @PostMapping("/{key}/weeks")
    String change(@PathVariable String key, @RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
        Administering.by(request);
        calendars.change(key, new Written(typed));
        Flash.of("calendars.changed").keep(request, response);
        return "redirect:/calendars/" + key;
    }

    @PostMapping("/{key}/days")
    String differ(@PathVariable String key, @RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
        Administering.by(request);
        calendars.differ(key, new Written(typed));
        Flash.of("calendars.changed").keep(request, response);
        return "redirect:/calendars/" + key + "?year=" + typed.get("day").substring(0, 4);
    }

    @PostMapping("/{key}/days/ending")
    String asUsual(@PathVariable String key, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        Administering.by(request);
        calendars.asUsual(key, new Written(typed));
        return "redirect:/calendars/" + key + "?year=" + typed.get("day").substring(0, 4);
    }

    @PostMapping("/{key}/file")
    String read(@PathVariable String key, @RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Administering.by(request);
        if (file == null) {
            throw new Refused("file", "calendars.file.missing");
        }
        if (file.getSize() > ClosedDaysFile.LONGEST_FILE) {
            throw new Refused("file", "calendars.file.too_long", ClosedDaysFile.LONGEST_FILE / 1_000_000);
        }
        ClosedDays read = calendars.read(key, new Written(new HashMap<>(Map.of("file", new String(file.getBytes(), StandardCharsets.UTF_8)))));
        Flash.of(read.left().isEmpty() ? "calendars.file.read" : "calendars.file.read_in_part", read.days().size() + read.hours().size(), read.left().size()).keep(request, response);
        return "redirect:/calendars/" + key;
    }

    @PostMapping("/{key}/units")
    String give(@PathVariable String key, @RequestParam Map<String, String> typed, HttpServletRequest request, HttpServletResponse response) {
        Administering.by(request);
        calendars.give(key, new Written(typed));
        Flash.of("calendars.changed").keep(request, response);
        return "redirect:/calendars/" + key;
    }
}
