package whom.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import whom.Effort;
import whom.mail.mime.MimeReader;

/** Bytes that no honest program sends: nothing is thrown, and time stays in proportion to length. */
class HostileMailTest {

    @Property(tries = 5)
    void every_charset_of_the_platform_may_be_named(@ForAll long seed) {
        var random = new Random(seed);
        byte[] noise = new byte[60];
        random.nextBytes(noise);
        for (String charset : Charset.availableCharsets().keySet()) {
            String message = "Subject: =?" + charset + "?Q?" + new String(noise, ISO_8859_1).replaceAll("[\r\n?]", "x") + "?=\r\nContent-Type: text/plain; charset=" + charset + "\r\n\r\n";
            assertThat(MimeReader.read((message + new String(noise, ISO_8859_1)).getBytes(ISO_8859_1)).text()).isNotNull();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("floods")
    void time_stays_in_proportion_to_length(String name, String message) throws Exception {
        Effort.isAtMost(Duration.ofSeconds(20), () -> MailReader.read(message.getBytes(ISO_8859_1)));
    }

    static Stream<Arguments> floods() {
        String mixed = "Content-Type: multipart/mixed; boundary=b\n\n";
        return Stream.of(
                flood("parentheses", "To: ", "(", 400_000), flood("angles", "To: ", "<", 400_000), flood("quotes", "To: ", "\"a\\", 200_000),
                flood("commas", "To: ", "a@b,", 100_000), flood("colons", "To: ", ":", 400_000), flood("colons of groups", "To: ;", "a:", 200_000),
                flood("words", "Subject: ", "=?utf-8?Q?=", 100_000), flood("words begun", "Subject: ", "=?", 200_000), flood("parameters", "Content-Type: text/plain; name=a", ";b", 200_000),
                flood("quoted parameters", "Content-Type: text/plain; name=\"", "\" ", 200_000), flood("segments", "Content-Disposition: attachment", "; filename*1*=a", 50_000),
                flood("references", "References: ", "<a", 200_000), flood("header lines", "", "a: b\n", 200_000), flood("torn header lines", "Content-Type: text/plain\n", "a=b\n", 300_000),
                flood("delimiters", mixed, "--b\n", 300_000), flood("dashes", mixed + "--b\n", "--\n", 500_000), flood("nested", "", "Content-Type: multipart/mixed\n\n--x\nContent-", 20_000),
                flood("quote marks", "\n", "> ", 500_000), flood("quoted lines", "\n", ">\n", 200_000), flood("rules", "\n", "-", 500_000), flood("many rules", "\n", "---- ----\n", 100_000),
                flood("introductions", "\n", "On 5 Jan 2026 <a@b> wrote\n", 40_000), flood("labels", "\n", "From: <a@b>\n", 60_000), flood("blank lines", "\n", "wrote:\n\n\n\n", 100_000),
                flood("one long line", "\n", "wrote on 5 Jan a@b ", 100_000), flood("footers", "\n", "sent from ", 100_000),
                flood("html", "Content-Type: text/html\n\n", "<b><i><div><blockquote>", 20_000), flood("html tables", "Content-Type: text/html\n\n", "<table><tr><td>", 20_000),
                flood("html attributes", "Content-Type: text/html\n\n<a ", "a=b ", 100_000), flood("entities", "Content-Type: text/html\n\n", "&amp", 200_000),
                flood("uuencode", "\n", "begin 644 a\n", 100_000), flood("report", "From: MAILER-DAEMON@x\nSubject: failure notice\n\n", "user unknown mailbox a@b ", 50_000),
                flood("report lines", "From: MAILER-DAEMON@x\nSubject: failure notice\n\n", "<a@b>: host said\n", 50_000),
                flood("report addresses", "From: MAILER-DAEMON@x\nSubject: failure notice\n\n", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 50_000),
                flood("status fields", "From: MAILER-DAEMON@x\nContent-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n",
                        "Final-Recipient: rfc822; a@b\nAction: failed\n\n", 20_000));
    }

    private static Arguments flood(String name, String start, String unit, int times) {
        return Arguments.of(name, start + unit.repeat(times / 4));
    }
}
