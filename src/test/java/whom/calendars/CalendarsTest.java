package whom.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whom.World.ANN;
import static whom.World.EVE;
import static whom.World.FAY;
import static whom.World.GUS;
import static whom.World.HAL;
import static whom.World.KIM;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.access.NotAllowed;
import whom.access.Sessions;
import whom.database.TestDatabase;
import whom.kernel.Refused;
import whom.people.Written;

@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final RunningWhom whom;
    private final World world;
    private final Calendars calendars;
    private final OnDuty duty;
    private final Sessions sessions;
    private final LocalDate tomorrow = LocalDate.now(BERLIN).plusDays(1);

    CalendarsTest(RunningWhom whom, TestDatabase database, Calendars calendars, OnDuty duty, Sessions sessions) {
        this.whom = whom;
        this.world = World.in(database);
        world.knows("select setval(pg_get_serial_sequence('calendars.calendar', 'id'), 500)");
        this.calendars = calendars;
        this.duty = duty;
        this.sessions = sessions;
    }

    @Test
    void a_calendar_is_made_changed_from_a_day_on_and_what_has_been_stays() {
        String key = as(HAL, () -> calendars.add(said("en", "Night shift", "zone", "Asia/Kolkata", "fri", "22-6", "holidays", "IN")));
        Instant longAgo = Instant.parse("2024-03-01T16:00:00Z");
        Instant due = hours(key).add(longAgo, Duration.ofHours(20)).orElseThrow();
        as(HAL, () -> { calendars.change(key, said("from", tomorrow.plusDays(9).toString(), "mon", "9-12", "reason", "Fewer of us")); return null; });
        assertThat(hours(key).add(longAgo, Duration.ofHours(20))).contains(due);
        assertThat(as(FAY, () -> calendars.weeks(calendars.required(key, "en").id()))).hasSize(2).last().satisfies(week -> assertThat(week.times()).isEqualTo(Map.of("mon", "09:00-12:00")));
        // the same day again takes its place
        as(HAL, () -> { calendars.change(key, said("from", tomorrow.plusDays(9).toString(), "tue", "9-12")); return null; });
        assertThat(as(FAY, () -> calendars.weeks(calendars.required(key, "en").id()))).hasSize(2);
        assertThat(world.knows("select string_agg(verb, ' ' order by id) from log.event where subject = 'calendar' and subject_id = (select id from calendars.calendar where key = '" + key + "')"))
                .isEqualTo("calendar.added calendar.changed calendar.changed");
    }

    @Test
    void nothing_changes_before_tomorrow() {
        String today = tomorrow.minusDays(1).toString();
        refused("from", () -> { calendars.change("office", said("from", today, "mon", "9-12")); return null; });
        refused("day", () -> { calendars.differ("office", said("day", today, "kind", "closed")); return null; });
        refused("from", () -> { calendars.give("office", said("unit", "finance", "from", "2020-01-01")); return null; });
        // not by the database either
        assertThat(world.asks(HAL, "select calendars.change(31, current_date - 2, '{}', '{}', '')")).isEqualTo("f");
        assertThat(world.asks(HAL, "select calendars.put_days(31, jsonb_build_array(jsonb_build_object('day', current_date - 2, 'kind', 'closed', 'times', '', 'name', '')), 'hand')")).isEqualTo("null");
    }

    @Test
    void a_day_differs_and_is_as_usual_again() {
        LocalDate day = tomorrow.plusDays(30);
        as(HAL, () -> { calendars.differ("office", said("day", day.toString(), "kind", "hours", "times", "3-4", "name", "Stocktaking")); return null; });
        assertThat(hours("office").isOpen(day.atTime(3, 30).atZone(BERLIN).toInstant())).isTrue();
        as(HAL, () -> { calendars.differ("office", said("day", day.toString(), "kind", "closed")); return null; });
        assertThat(hours("office").isOpen(day.atTime(3, 30).atZone(BERLIN).toInstant())).isFalse();
        as(HAL, () -> { calendars.asUsual("office", said("day", day.toString())); return null; });
        refused("day", () -> { calendars.asUsual("office", said("day", day.toString())); return null; });
        refused("times", () -> { calendars.differ("office", said("day", day.toString(), "kind", "hours")); return null; });
    }

    @Test
    void a_file_brings_closed_days_and_is_bounded() {
        String key = as(HAL, () -> calendars.add(said("en", "From a file", "zone", "UTC", "mon", "9-17")));
        LocalDate day = tomorrow.plusYears(1);
        String event = "BEGIN:VEVENT\r\nUID:%s\r\nDTSTART;VALUE=DATE:%s\r\nSUMMARY:%s\r\n%sEND:VEVENT\r\n";
        String plain = event.formatted("a", day.toString().replace("-", ""), "Outing", "");
        String weekly = event.formatted("b", day.toString().replace("-", ""), "Too often", "RRULE:FREQ=WEEKLY\r\n");
        ClosedDays read = as(HAL, () -> calendars.read(key, said("file", "BEGIN:VCALENDAR\r\n" + plain + weekly + "END:VCALENDAR\r\n")));
        assertThat(read.days()).containsOnlyKeys(day);
        assertThat(read.left()).hasSize(1);
        assertThat(hours(key).isOpen(day.atTime(10, 0).toInstant(java.time.ZoneOffset.UTC))).isFalse();
        refused("file", () -> calendars.read(key, said("file", "no calendar")));
        refused("file", () -> calendars.read(key, said("file", "BEGIN:VCALENDAR\r\n" + "x".repeat(2_000_001))));
        refused("file", () -> calendars.read(key, said("file", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")));
    }

    @Test
    void what_makes_no_calendar_is_refused_by_its_field() {
        refused("zone", () -> calendars.add(said("en", "X", "zone", "Mars/Olympus")));
        refused("wed", () -> calendars.add(said("en", "X", "zone", "UTC", "wed", "late")));
        refused("holidays", () -> calendars.add(said("en", "X", "zone", "UTC", "holidays", "de, atlantis")));
        refused("en", () -> calendars.add(said("zone", "UTC")));
    }

    @Test
    void only_administrators_change_them() {
        for (long person : new long[] {ANN, FAY, KIM}) {
            assertThatThrownBy(() -> as(person, () -> calendars.add(said("en", "X", "zone", "UTC")))).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> as(person, () -> { calendars.differ("office", said("day", tomorrow.toString(), "kind", "closed")); return null; })).isInstanceOf(NotAllowed.class);
        }
    }

    @Test
    void who_is_on_duty_follows_turns_and_who_stands_in() {
        Instant monday = Instant.parse("2026-06-01T10:00:00Z");
        assertThat(as(FAY, () -> duty.at(World.NETWORK_TEAM, monday))).extracting(OnDuty.Now::id).containsExactly(FAY);
        assertThat(as(FAY, () -> duty.at(World.NETWORK_TEAM, monday.plus(Duration.ofDays(1))))).isEmpty();
        as(GUS, () -> { duty.change(World.NETWORK_TEAM, said("person", "gus", "kind", "on", "since", "2026-06-01T08:00", "until", "2026-06-03T08:00"), BERLIN); return null; });
        as(HAL, () -> { duty.change(World.NETWORK_TEAM, said("person", "fay", "kind", "away", "since", "2026-06-01T08:00", "until", "2026-06-01T20:00"), BERLIN); return null; });
        assertThat(as(FAY, () -> duty.at(World.NETWORK_TEAM, monday))).extracting(OnDuty.Now::id).containsExactly(GUS);
        refused("person", () -> { duty.change(World.NETWORK_TEAM, said("person", "eve", "kind", "on", "since", "2026-06-01T08:00", "until", "2026-06-03T08:00"), BERLIN); return null; });
        assertThatThrownBy(() -> as(EVE, () -> { duty.change(World.NETWORK_TEAM, said("person", "fay", "kind", "away", "since", "2026-06-01T08:00", "until", "2026-06-03T08:00"), BERLIN); return null; }))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void pages_and_api_show_a_year_to_everybody_and_forms_to_administrators() throws Exception {
        assertThat(get(HAL, "/calendars").body()).contains("Office hours", "name=\"zone\"");
        assertThat(get(FAY, "/calendars/office?year=2026").body()).contains("New Year", "Mon, Tue, Wed, Thu, Fri 09:00–17:00").doesNotContain("name=\"zone\"");
        assertThat(get(HAL, "/teams/network/duty").body()).contains("Fay Fisher");
        assertThat(get(ANN, "/teams/network/duty").statusCode()).isEqualTo(403);
        assertThat(get(FAY, "/calendars/nowhere").statusCode()).isEqualTo(404);
        assertThat(get(FAY, "/api/v1/calendars/office?year=2026").body()).contains("\"because\":\"holiday\"");
    }

    private WorkingTime hours(String key) {
        return as(FAY, () -> {
            Calendars.Named calendar = calendars.required(key, "en");
            return calendars.hours(calendar.id(), calendar.stamp());
        });
    }

    private HttpResponse<String> get(long person, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(whom.address() + path)).header("Cookie", "whom=" + sessions.start(person, "test").shown()).header("Accept-Language", "en").build(), BodyHandlers.ofString());
        }
    }

    private static <T> T as(long person, Callable<T> work) {
        return World.acting(person, work);
    }

    private static Written said(String... pairs) {
        var texts = new HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            texts.put(pairs[i], pairs[i + 1]);
        }
        return new Written(Map.copyOf(texts));
    }

    private static void refused(String field, Callable<?> work) {
        assertThatThrownBy(() -> as(HAL, work)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
    }
}
