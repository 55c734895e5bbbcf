package whom.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ann, Bea and Cid take weeks from Monday 2 March 2026, 9:00 in Berlin; the clock changes on 29 March. */
class RosterTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Rotation<String> WEEKS = rotation("2026-03-02", "Ann", "Bea", "Cid");
    private static final Roster<String> ROSTER = new Roster<>(List.of(WEEKS), List.of());

    @Test
    void turns_follow_each_other_and_are_handed_over_at_the_same_local_time() {
        assertThat(ROSTER.onDuty(t("2026-03-02T09:00:00+01:00"))).contains("Ann");
        assertThat(ROSTER.onDuty(t("2026-03-09T08:59:59+01:00"))).contains("Ann");
        assertThat(ROSTER.onDuty(t("2026-03-09T09:00:00+01:00"))).contains("Bea");
        assertThat(ROSTER.onDuty(t("2026-03-30T08:59:59+02:00"))).contains("Ann");
        assertThat(ROSTER.onDuty(t("2026-03-30T09:00:00+02:00"))).contains("Bea");
    }

    @Test
    void before_the_first_turn_nobody_is_on_duty() {
        assertThat(ROSTER.onDuty(t("2026-03-02T08:59:59+01:00"))).isEmpty();
        assertThat(new Roster<String>(List.of(), List.of()).onDuty(t("2026-03-02T10:00:00+01:00"))).isEmpty();
    }

    @Test
    void a_cover_stands_above_the_rotation_and_a_later_one_above_an_earlier() {
        var roster = new Roster<>(List.of(WEEKS), List.of(
                new Duty<>("Cid", t("2026-03-03T00:00:00+01:00"), t("2026-03-05T00:00:00+01:00")),
                new Duty<>("Bea", t("2026-03-04T00:00:00+01:00"), t("2026-03-04T12:00:00+01:00"))));
        assertThat(roster.onDuty(t("2026-03-03T10:00:00+01:00"))).contains("Cid");
        assertThat(roster.onDuty(t("2026-03-04T10:00:00+01:00"))).contains("Bea");
        assertThat(roster.onDuty(t("2026-03-04T12:00:00+01:00"))).contains("Cid");
        assertThat(roster.onDuty(t("2026-03-05T00:00:00+01:00"))).contains("Ann");
    }

    @Test
    void other_members_from_a_date_on_leave_the_past_as_it_was() {
        var roster = new Roster<>(List.of(WEEKS, rotation("2026-03-16", "Dan", "Ann")), List.of());
        assertThat(roster.onDuty(t("2026-03-10T10:00:00+01:00"))).contains("Bea");
        assertThat(roster.onDuty(t("2026-03-16T10:00:00+01:00"))).contains("Dan");
        assertThat(new Roster<>(List.of(WEEKS, rotation("2026-03-16")), List.of()).onDuty(t("2026-03-16T10:00:00+01:00"))).isEmpty();
    }

    @Test
    void the_plan_shows_who_follows_whom() {
        var roster = new Roster<>(List.of(WEEKS), List.of(new Duty<>("Bea", t("2026-03-08T00:00:00+01:00"), t("2026-03-09T09:00:00+01:00"))));
        assertThat(roster.between(t("2026-03-01T00:00:00+01:00"), t("2026-03-17T00:00:00+01:00"))).containsExactly(
                new Duty<>("Ann", t("2026-03-02T09:00:00+01:00"), t("2026-03-08T00:00:00+01:00")),
                new Duty<>("Bea", t("2026-03-08T00:00:00+01:00"), t("2026-03-16T09:00:00+01:00")),
                new Duty<>("Cid", t("2026-03-16T09:00:00+01:00"), t("2026-03-17T00:00:00+01:00")));
    }

    @Test
    void a_plan_without_end_is_refused() {
        assertThatThrownBy(() -> ROSTER.between(t("2026-03-01T00:00:00+01:00"), t("2126-03-01T00:00:00+01:00")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rotation<>(List.of("Ann"), LocalDate.parse("2026-03-02"), LocalTime.NOON, 0, BERLIN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Rotation<String> rotation(String begins, String... members) {
        return new Rotation<>(List.of(members), LocalDate.parse(begins), LocalTime.of(9, 0), 1, BERLIN);
    }

    private static Instant t(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
