package whom.tickets.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whom.tickets.filter.Reference.Kind;

class FilterTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final Asking ANN = new Asking(7, List.of(10L, 11L), NOW, ZoneId.of("Europe/Berlin"));
    private static final Map<Reference, List<Long>> NAMES = Map.of(
            new Reference(Kind.SERVICE, "payroll"), List.of(100L, 101L), new Reference(Kind.TEAM, "desk"), List.of(12L),
            new Reference(Kind.PERSON, "ada"), List.of(8L));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            is:open                              | true
            is:open is:unassigned                | true
            is:solved                            | false
            -is:solved                           | true
            not is:open                          | false
            state:new,open                       | true
            stage:waiting_user                   | false
            service:payroll                      | true
            service:none                         | false
            -service:any                         | false
            team:mine                            | true
            team:desk                            | false
            team:desk or team:mine               | true
            assignee:me                          | false
            assignee:none                        | true
            -assignee:me                         | true
            for:ada                              | true
            for:me                               | false
            priority:2                           | true
            priority<=2                          | true
            priority<2                           | false
            priority>1                           | true
            priority=3                           | false
            impact:1 urgency:3                   | true
            due<2h                               | true
            due<30m                              | false
            due>30min                            | true
            due:today                            | true
            due:tomorrow                         | false
            due:none                             | false
            opened<3h                            | false
            opened>3h                            | true
            opened:2026-03-10                    | false
            opened:yesterday                     | true
            opened:2026-03                       | true
            opened:2026                          | true
            opened>2026-03-09                    | false
            opened>=2026-03-09                   | true
            opened<=2026-03-09                   | true
            opened<2026-03-09                    | false
            opened:2026-03-09T18:30              | true
            solved:none                          | true
            solved:any                           | false
            solved<2d                            | false
            solved>2d                            | false
            "blue screen"                        | true
            screen blue                          | true
            BLUE                                 | true
            "screen blue"                        | false
            (is:solved or priority:2) service:payroll | true
            is:solved or priority:2 service:none | false
            is:solved or priority:2 and is:open  | true
            -(is:open priority:2)                | false
            channel:mail kind:incident           | true
            number:k7q2mf6                       | false
            """)
    void a_filter_judges_a_ticket(String filter, boolean passes) {
        Judged ticket = new Judged("222-2222", "incident", 8, 8L, 101L, null, "Blue Screen since Monday", "open", NOW, null, 1, 3, 2, 10L, null,
                "mail", "en", Instant.parse("2026-03-09T17:30:00Z"), null, null, null, NOW.plusSeconds(3600), NOW);
        assertThat(Filter.read(filter.replace("k7q2mf6", number())).meaning(new Meaning(ANN, NAMES)).judge(ticket)).isEqualTo(passes);
    }

    /** A number that passes its check, whatever the alphabet. */
    private static String number() {
        return new whom.kernel.PublicNumber(new byte[16]).of(1).toLowerCase(java.util.Locale.ROOT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            srvice:payroll          | 0  | tickets.filter.no_such_field            | service
            is:open  foo:bar        | 9  | tickets.filter.no_such_field            |
            is:oben                 | 3  | tickets.filter.not_a_word               |
            state:opn,solved        | 6  | tickets.filter.not_a_word               |
            state:new,opn           | 10 | tickets.filter.not_a_word               |
            priority:6              | 9  | tickets.filter.not_a_rank               |
            due<soon                | 4  | tickets.filter.not_a_time               |
            opened>2026-02-30       | 7  | tickets.filter.no_such_day              |
            opened:2h               | 7  | tickets.filter.away_needs_comparison    |
            service<payroll         | 8  | tickets.filter.only_is                  |
            service:                | 8  | tickets.filter.value_missing            |
            (is:open                | 0  | tickets.filter.bracket_without_end      |
            is:open )               | 8  | tickets.filter.bracket_without_beginning |
            is:open or              | 10 | tickets.filter.something_missing_at_end |
            or is:open              | 0  | tickets.filter.something_missing        |
            ()                      | 1  | tickets.filter.something_missing        |
            "blue                   | 0  | tickets.filter.quotes_without_end       |
            ""                      | 0  | tickets.filter.quotes_empty             |
            number:ABC              | 7  | tickets.filter.not_a_number             |
            """)
    void a_filter_that_cannot_be_read_says_where_and_why(String filter, int at, String key, String meant) {
        BadFilter bad = catchThrowableOfType(BadFilter.class, () -> Filter.read(filter));
        assertThat(bad.key()).isEqualTo(key);
        assertThat(bad.at()).isEqualTo(at);
        if (meant != null) {
            assertThat(bad.arguments()).contains(meant);
        }
    }

    @Test
    void a_name_that_nobody_may_see_and_one_that_nobody_has_are_answered_alike() {
        BadFilter bad = catchThrowableOfType(BadFilter.class, () -> Filter.read("is:open service:secret").meaning(new Meaning(ANN, NAMES)));
        assertThat(bad.at()).isEqualTo(16);
        assertThat(bad.key()).isEqualTo("tickets.filter.nothing_service");
    }

    @Test
    void size_and_depth_are_bounded() {
        assertThat(catchThrowableOfType(BadFilter.class, () -> Filter.read("x".repeat(1_001))).key()).isEqualTo("tickets.filter.too_long");
        assertThat(catchThrowableOfType(BadFilter.class, () -> Filter.read("(".repeat(400))).key()).isEqualTo("tickets.filter.too_deep");
        assertThat(catchThrowableOfType(BadFilter.class, () -> Filter.read("-".repeat(400) + "x")).key()).isEqualTo("tickets.filter.too_deep");
        assertThat(catchThrowableOfType(BadFilter.class, () -> Filter.read("a ".repeat(300))).key()).isEqualTo("tickets.filter.too_many");
        assertThat(catchThrowableOfType(BadFilter.class, () -> Filter.read("state:" + "new,".repeat(100) + "new")).key()).isEqualTo("tickets.filter.too_many");
    }

    @Test
    void a_number_by_itself_is_that_ticket() {
        assertThat(Filter.read(number())).hasToString("number:" + number());
    }

    @Test
    void only_what_is_surely_open_is_ordered_by_its_promise() {
        assertThat(List.of("is:open", "is:open x", "state:new,open", "is:waiting or is:overdue", "(is:open or is:new) for:ada").stream().allMatch(f -> Filter.read(f).onlyOpen())).isTrue();
        assertThat(List.of("", "x", "-is:solved", "is:open or x", "state:open,solved", "-is:open").stream().noneMatch(f -> Filter.read(f).onlyOpen())).isTrue();
    }

    @Test
    void nobody_filters_by_who_pays_by_rank_or_by_standing() {
        for (String field : List.of("payer", "pays", "paid_by", "sponsor", "customer", "client", "standing", "rank", "title", "vip", "grade", "head", "overseer", "broker", "partner", "unit", "funding", "budget", "cost")) {
            assertThat(catchThrowableOfType(BadFilter.class, () -> Filter.read(field + ":x")).key()).as(field).isEqualTo("tickets.filter.no_such_field");
        }
    }
}
