package whom.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Mon, 5 Jan 2026 10:20:30 +0100 | 2026-01-05T09:20:30Z",
            "5 Jan 26 10:20 GMT | 2026-01-05T10:20:00Z",
            "5 Jan 99 10:20:30 EST | 1999-01-05T15:20:30Z",
            "Mon, 5 Jan 2026 10(noon is near):  20 : 30 +0100 (CET) | 2026-01-05T09:20:30Z",
            "Mon Jan  5 10:20:30 2026 | 2026-01-05T10:20:30Z",
            "Mon Jan  5 10:20:30 CET 2026 | 2026-01-05T09:20:30Z",
            "2026-01-05T10:20:30.123+01:00 | 2026-01-05T09:20:30Z",
            "2026-01-05 10:20:30 | 2026-01-05T10:20:30Z",
            "2026/01/05 10:20:30 -0500 | 2026-01-05T15:20:30Z",
            "Mon, 5 Jan 2026 03:20:30 PM +0100 | 2026-01-05T14:20:30Z",
            "5 Jan 2026 12:05:00 AM GMT | 2026-01-05T00:05:00Z",
            "lun., 5 janv. 2026 10:20:30 +0100 | 2026-01-05T09:20:30Z",
            "Mo, 5 Dez 2022 10:20:30 +0100 | 2022-12-05T09:20:30Z",
            "Mon, 5, Jan 2026 10:20:30 +0100 | 2026-01-05T09:20:30Z",
            "Mon, 5 Jan 2026 10:20:30 UT +0500 | 2026-01-05T10:20:30Z",
            "Mon, 5 Jan 2026 10:20:30 GMT+2 | 2026-01-05T08:20:30Z",
            "Mon, 5 Jan 2026 10:20:30 +05:30 | 2026-01-05T04:50:30Z",
            "5 de enero de 2026 10:20 | 2026-01-05T10:20:00Z",
            "05.01.2026 10:20 | 2026-01-05T10:20:00Z",
            "Mon, 5 Jan 2026 10.20.30 +0100 | 2026-01-05T09:20:30Z",
            "2026年1月5日 10:20:30 +0900 | 2026-01-05T01:20:30Z",
            "2026년 1월 5일 10:20 | 2026-01-05T10:20:00Z",
            "Mon, 5 Jan 2026 23:59:60 +0000 | 2026-01-05T23:59:59Z",
    })
    void dates_as_they_come(String field, Instant expected) {
        assertThat(MailDate.parse(field)).map(d -> d.toInstant()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "31 Feb 2026 10:00:00 +0000", "Mon, 99 Jan 2026 10:00:00", "::::", "10:20"})
    void what_names_no_real_day_is_no_date(String field) {
        assertThat(MailDate.parse(field)).isEmpty();
    }
}
