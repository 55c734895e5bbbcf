package whom.calendars;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import whom.access.Viewers;
import whom.api.At;
import whom.api.Does;
import whom.api.Slice;
import whom.access.Administering;
import whom.people.Written;

/** The same as the pages, as JSON; field names are those of the forms. */
@RestController
@RequestMapping("/api/v1/calendars")
class CalendarsApi {

    private final Calendars calendars;

    CalendarsApi(Calendars calendars) {
        this.calendars = calendars;
    }

    record Listed(String key, String name, String zone) {
        static Listed of(Calendars.Named calendar) {
            return new Listed(calendar.key(), calendar.name(), calendar.zone().getId());
        }
    }

    record Differing(LocalDate day, String because, String name, List<String> open) {}

    record Whole(Listed calendar, List<Calendars.Week> weeks, int year, List<Differing> differing) {}

    record Left(String name, String why) {}

    record Read(int days, List<Left> left) {}

    @Does("The calendars of working time.")
    @GetMapping
    Slice<Listed> list(HttpServletRequest request) {
        return new Slice<>(calendars.list(Viewers.required(request).language()).stream().map(Listed::of).toList(), null);
    }

    /** With the days of a year that differ from the week. */
    @Does("One calendar, with the days of a year that differ from its week.")
    @GetMapping("/{key}")
    Whole one(@PathVariable String key, @RequestParam(required = false) @Nullable Integer year, HttpServletRequest request) {
        Locale language = Locale.forLanguageTag(Viewers.required(request).language());
        Calendars.Named calendar = calendars.required(key, language.getLanguage());
        LocalDate today = calendars.tomorrow(calendar.zone()).minusDays(1);
        YearView view = YearView.of(calendars.calendar(calendar), year == null ? today.getYear() : Math.clamp(year, YearView.FIRST, YearView.LAST), today, language);
        return new Whole(Listed.of(calendar), calendars.weeks(calendar.id()), view.year(), view.differing().stream()
                .map(day -> new Differing(day.date(), day.because().name().toLowerCase(Locale.ROOT), day.name(), day.open().stream().map(Span::toString).toList())).toList());
    }

    @Does(value = "Adds a calendar.", status = 201, body = {"en*: its name in English", "de: its name in German", "zone*: such as Europe/Berlin", "monday: such as 8:00-12:00, 13:00-17:00; and so on to sunday", "holidays: codes of places, such as de-by"})
    @PostMapping
    ResponseEntity<Whole> add(@RequestBody Map<String, String> sent, HttpServletRequest request) {
        Administering.by(request);
        String key = calendars.add(new Written(sent));
        return ResponseEntity.created(URI.create("/api/v1/calendars/" + key)).body(one(key, null, request));
    }

    @Does(value = "From a day on the week is different.", body = {"from*: the day", "monday: such as 8:00-12:00, 13:00-17:00; and so on to sunday", "holidays: codes of places, such as de-by", "reason: why"})
    @PostMapping("/{key}/weeks")
    ResponseEntity<Whole> change(@PathVariable String key, @RequestBody Map<String, String> sent, HttpServletRequest request) {
        Administering.by(request);
        calendars.change(key, new Written(sent));
        return new At("/api/v1/calendars/" + key).changed(one(key, null, request));
    }

    @Does(value = "A day differs from the week.", body = {"day*: the day", "kind*: closed, hours or break", "times: such as 8:00-12:00", "name: what it is called"})
    @PostMapping("/{key}/days")
    ResponseEntity<Whole> differ(@PathVariable String key, @RequestBody Map<String, String> sent, HttpServletRequest request) {
        Administering.by(request);
        calendars.differ(key, new Written(sent));
        return new At("/api/v1/calendars/" + key).changed(one(key, null, request));
    }

    @Does(value = "A day is as usual again.", body = {"day*: the day"})
    @PostMapping("/{key}/days/ending")
    ResponseEntity<Whole> asUsual(@PathVariable String key, @RequestBody Map<String, String> sent, HttpServletRequest request) {
        Administering.by(request);
        calendars.asUsual(key, new Written(sent));
        return new At("/api/v1/calendars/" + key).changed(one(key, null, request));
    }

    /** {@code file} is the text of an iCalendar file. */
    @Does(value = "Reads days from an iCalendar file.", body = {"file*: the text of the file"})
    @PostMapping("/{key}/file")
    Read read(@PathVariable String key, @RequestBody Map<String, String> sent, HttpServletRequest request) {
        Administering.by(request);
        ClosedDays read = calendars.read(key, new Written(sent));
        return new Read(read.days().size() + read.hours().size(), read.left().stream().map(left -> new Left(left.name(), left.why().name().toLowerCase(Locale.ROOT))).toList());
    }

    @Does(value = "Gives the calendar to a unit.", body = {"unit*: by key or name", "from*: the day"})
    @PostMapping("/{key}/units")
    ResponseEntity<Whole> give(@PathVariable String key, @RequestBody Map<String, String> sent, HttpServletRequest request) {
        Administering.by(request);
        calendars.give(key, new Written(sent));
        return new At("/api/v1/calendars/" + key).changed(one(key, null, request));
    }
}
