package whom.mail.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whom.mail.MailReader;

/** Whose word is believed on where a mail is from. Our own server is mx.ours.example, the sender is ann@good.example. */
class AuthenticationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "mx.ours.example; dmarc=pass header.from=good.example | true",
        "MX.ours.example; DMARC=Pass (p=none) header.from=good.example | true",
        "mx.ours.example 1; dkim=pass header.d=good.example; spf=softfail smtp.mailfrom=x@other.example | true",
        "mx.ours.example; dkim=pass header.i=@mail.good.example | true",
        "mx.ours.example; spf=pass smtp.mailfrom=bounces@good.example | true",
        "mx.ours.example; spf=pass smtp.mailfrom=evil.example; dkim=pass header.d=evil.example | false",
        "mx.ours.example; dkim=pass header.d=notgood.example | false",
        "mx.ours.example; dkim=pass header.d=example | false",
        "mx.ours.example; dkim=pass | false",
        "mx.ours.example; dkim=fail header.d=good.example | false",
        "mx.ours.example; none | false",
        "mx.ours.example; dkim=pass header.d=good.example; dmarc=fail header.from=good.example | false",
        "mx.ours.example; x-dkim=pass header.d=good.example | false",
        "mx.ours.example; dkim=fail (dkim=pass header.d=good.example) | false",
        "mx.theirs.example; dmarc=pass header.from=good.example | false",
        "mx.ours.example.evil.example; dmarc=pass header.from=good.example | false"})
    void only_our_own_servers_word_on_the_senders_own_domain_counts(String field, boolean supported) {
        assertThat(supports("Authentication-Results: " + field + "\n", "mx.ours.example")).isEqualTo(supported);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "dmarc=none; spf=none; dkim=none | dmarc=pass header.from=good.example | false",
        "spf=none smtp.mailfrom=evil.example | spf=pass smtp.mailfrom=good.example | false",
        "dmarc=pass header.from=good.example | dmarc=none | true",
        "dkim=pass header.d=good.example | spf=none smtp.mailfrom=good.example | true",
        "spf=none smtp.mailfrom=good.example | dkim=pass header.d=good.example | true",
        "dkim=pass header.d=good.example | dmarc=fail header.from=good.example | false"})
    void of_several_in_our_servers_name_the_topmost_counts_and_a_failure_always(String above, String below, boolean supported) {
        assertThat(supports("Authentication-Results: mx.ours.example; " + above + "\nAuthentication-Results: mx.ours.example; " + below + "\n", "mx.ours.example")).isEqualTo(supported);
    }

    @ParameterizedTest
    @CsvSource({"''", "' '"})
    void where_no_server_is_named_nobody_is_believed(String server) {
        assertThat(supports("Authentication-Results: ; dmarc=pass header.from=good.example\n", server)).isFalse();
    }

    private static boolean supports(String fields, String server) {
        var part = MailReader.part((fields + "From: ann@good.example\n\nx").getBytes(StandardCharsets.UTF_8));
        return Authentication.supports(part.headers(), server, "ann@good.example");
    }
}
