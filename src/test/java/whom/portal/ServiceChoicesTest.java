package whom.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceChoicesTest {

    private static final List<ServiceChoice> SERVICES = List.of(new ServiceChoice(1, "network", "Network"), new ServiceChoice(2, "wifi", "Network › Wi-Fi"),
            new ServiceChoice(3, "payroll", "Payroll"), new ServiceChoice(4, "mail", "E-Mail"));

    private static String guess(String text) {
        return ServiceChoices.guess(SERVICES, text).map(ServiceChoice::key).orElse("");
    }

    @Test
    void a_service_that_is_named_is_guessed() {
        assertThat(guess("The wi-fi in room 5 is slow")).isEqualTo("wifi");
        assertThat(guess("PAYROLL shows last month")).isEqualTo("payroll");
    }

    @Test
    void where_none_or_several_are_named_nothing_is_guessed() {
        assertThat(guess("my screen flickers")).isEmpty();
        assertThat(guess("payroll cannot be reached from the network")).isEmpty();
        assertThat(guess("")).isEmpty();
    }
}
