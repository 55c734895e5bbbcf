package whom.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "ann@example.org | ann@example.org | ``",
            "Ann Doe <ann@example.org> | ann@example.org | Ann Doe",
            "\"Doe, Ann\" <ann@example.org> | ann@example.org | Doe, Ann",
            "Doe, Ann <ann@example.org> | ann@example.org | Doe, Ann",
            "ann@example.org (Ann Doe) | ann@example.org | Ann Doe",
            "Ann(the \\) one)Doe <ann(her box)@example.org(there)> | ann@example.org | AnnDoe",
            "=?utf-8?Q?Doe=2C_Ann?= <ann@example.org> | ann@example.org | Doe, Ann",
            "=?utf-8?Q?Doe,_Ann?= <ann@example.org> | ann@example.org | Doe, Ann",
            "<@relay.example,@other.example:ann@example.org> | ann@example.org | ``",
            "ann @ example . org | ann@example.org | ``",
            "Ann <mailto:ann@example.org> | ann@example.org | Ann",
            "\"ann doe\"@example.org | \"ann doe\"@example.org | ``",
            "ann@example.org <ann@example.org> | ann@example.org | ann@example.org",
            "jän@exämple.org | jän@exämple.org | ``",
            "\"Ann \\\"Speedy\\\" Doe\" <ann@example.org> | ann@example.org | Ann \"Speedy\" Doe",
    })
    void one_mailbox(String field, String address, String name) {
        assertThat(Addresses.parse(field)).containsExactly(new Mailbox(address, name));
    }

    @Test
    void members_of_groups_are_listed_and_groups_are_not() {
        assertThat(Addresses.parse("Desk: a@example.org, Bea <b@example.org>; c@example.org, Nobody:;")).extracting(Mailbox::address)
                .containsExactly("a@example.org", "b@example.org", "c@example.org");
    }

    @Test
    void spaces_alone_divide_plain_addresses() {
        assertThat(Addresses.parse("a@example.org b@example.org")).hasSize(2);
    }

    @Test
    void semicolons_divide_as_commas_do() {
        assertThat(Addresses.parse("a@example.org; b@example.org;, ,c@example.org")).hasSize(3);
    }

    @Test
    void what_has_no_at_sign_is_no_address() {
        assertThat(Addresses.parse("undisclosed recipients")).isEmpty();
        assertThat(Addresses.parse("<Undisclosed Recipients>")).isEmpty();
        assertThat(Addresses.parse("")).isEmpty();
    }
}
