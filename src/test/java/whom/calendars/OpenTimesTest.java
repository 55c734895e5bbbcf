package whom.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whom.kernel.Refused;

class OpenTimesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"9-17 | 09:00-17:00", "9:00 – 12.30; 13:30-17 | 09:00-12:30, 13:30-17:00", "0-24 | 00:00-24:00", "22:00-6:00 | 22:00-06:00"})
    void what_people_write_is_kept_in_one_way(String written, String kept) {
        assertThat(OpenTimes.tidy("mon", written, true)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nine to five", "9-25", "9:00-9:00", "24-3", "9:00", "9:61-10", "-", ",", "1-2,2-3,3-4,4-5,5-6,6-7,7-8,8-9,9-10,10-11,11-12,12-13,13-14"})
    void what_is_no_time_is_refused(String written) {
        assertThatThrownBy(() -> OpenTimes.tidy("mon", written, true)).isInstanceOf(Refused.class);
    }

    @Test
    void a_single_day_ends_with_the_day() {
        assertThatThrownBy(() -> OpenTimes.tidy("times", "22-6", false)).isInstanceOf(Refused.class);
    }

    @Test
    void a_night_goes_on_into_the_next_day() {
        WorkWeek week = OpenTimes.week(Map.of("sun", "22:00-06:00"));
        assertThat(week.on(DayOfWeek.MONDAY)).containsExactly(Span.of("00:00", "06:00"));
    }
}
