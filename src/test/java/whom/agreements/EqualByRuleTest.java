package whom.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whom.agreements.EqualByRule.Ground;
import whom.kernel.Refused;

class EqualByRuleTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    private static final PublishedException PAYROLL = new PublishedException("payroll run", "Wages are due that day", "head of finance",
            LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"));

    @ParameterizedTest
    @ValueSource(strings = {"kind", "priority", "impact", "urgency", "service", "offering", "team", "channel", "state", "due"})
    void what_a_ticket_is_about_and_how_it_stands_may_be_asked(String field) {
        assertThatCode(() -> check(field, "x")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"payer,payer", "funding,payer", "cost_centre,payer", "rank,rank", "vip,rank", "Title,rank", "seniority,rank", "standing,standing",
            "sponsor,standing", "CUSTOMER,standing", "for,person", "by,person", "person,person", "unit,person", "number,person", "moon,unknown", "'',unknown"})
    void who_somebody_is_may_not(String field, String why) {
        assertThatThrownBy(() -> check(field, "x")).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.key()).isEqualTo("agreements.equal." + why));
    }

    @Test
    void one_bad_ground_among_good_ones_is_enough() {
        assertThatThrownBy(() -> EqualByRule.check(List.of(new Ground("kind", "incident"), new Ground("vip", "yes")), List.of(PAYROLL), TODAY))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_function_may_be_named_while_its_exception_is_in_force() {
        assertThatCode(() -> check("function", "payroll run")).doesNotThrowAnyException();
        assertThatThrownBy(() -> check("function", "the board")).hasMessageContaining("no_exception");
        var ground = List.of(new Ground("function", "payroll run"));
        assertThatCode(() -> EqualByRule.check(ground, List.of(PAYROLL), LocalDate.parse("2026-12-31"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> EqualByRule.check(ground, List.of(PAYROLL), LocalDate.parse("2027-01-01"))).hasMessageContaining("no_exception");
        assertThatThrownBy(() -> EqualByRule.check(ground, List.of(PAYROLL), LocalDate.parse("2025-12-31"))).hasMessageContaining("no_exception");
    }

    @Test
    void an_exception_says_for_what_why_and_by_whom_and_lasts_a_year_at_most() {
        LocalDate first = LocalDate.parse("2026-01-01");
        assertThatThrownBy(() -> new PublishedException(" ", "why", "who", first, first)).hasMessageContaining("function_missing");
        assertThatThrownBy(() -> new PublishedException("what", "", "who", first, first)).hasMessageContaining("reason_missing");
        assertThatThrownBy(() -> new PublishedException("what", "why", "", first, first)).hasMessageContaining("grantor_missing");
        assertThatThrownBy(() -> new PublishedException("what", "why", "who", first, first.plusYears(1))).hasMessageContaining("too_long");
        assertThatThrownBy(() -> new PublishedException("what", "why", "who", first, first.minusDays(1))).hasMessageContaining("ends_before");
        assertThatCode(() -> new PublishedException("what", "why", "who", first, LocalDate.parse("2026-12-31"))).doesNotThrowAnyException();
    }

    private static void check(String field, String value) {
        EqualByRule.check(List.of(new Ground(field, value)), List.of(PAYROLL), TODAY);
    }
}
