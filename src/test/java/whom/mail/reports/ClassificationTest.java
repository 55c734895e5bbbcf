package whom.mail.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static whom.mail.Letters.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whom.mail.ReadMessage;

class ClassificationTest {

    private static final String REPORT = """
            From: MAILER-DAEMON@mx.example.org
            Subject: Undelivered Mail
            Content-Type: multipart/report; report-type=delivery-status; boundary=r

            --r

            <ann@example.org>: it did not work
            --r
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org

            Final-Recipient: rfc822; ann@example.org
            Action: %s
            Status: %s
            Diagnostic-Code: smtp; %s
            --r--
            """;

    @Test
    void a_permanent_failure_is_a_bounce() {
        ReadMessage read = read(REPORT.formatted("failed", "5.1.1", "550 5.1.1 <ann@example.org>... User unknown"));
        assertThat(read.kind()).isEqualTo(Kind.BOUNCE);
        assertThat(read.bounces()).containsExactly(new Bounce("ann@example.org", "5.1.1", Reason.USER_UNKNOWN));
        assertThat(read.bounces().getFirst().hard()).isTrue();
    }

    @Test
    void a_delay_is_a_delivery_report() {
        assertThat(read(REPORT.formatted("delayed", "4.4.1", "connection timed out")).kind()).isEqualTo(Kind.DELIVERY_REPORT);
    }

    @Test
    void a_success_is_a_delivery_report() {
        assertThat(read(REPORT.formatted("delivered", "2.1.5", "250 ok")).kind()).isEqualTo(Kind.DELIVERY_REPORT);
    }

    @Test
    void a_status_that_says_nothing_gives_way_to_the_code_in_the_diagnostic() {
        assertThat(read(REPORT.formatted("failed", "5.0.0", "552 5.2.2 mailbox full")).bounces().getFirst().status()).isEqualTo("5.2.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "X-Autoreply: yes", "Precedence: auto_reply", "Subject: Automatic reply: your question",
            "Subject: Abwesenheitsnotiz: Ihre Frage", "Subject: Réponse automatique : question"})
    void automatic_answers(String field) {
        assertThat(read(field + "\nFrom: ann@example.org\n\nI am away.").kind()).isEqualTo(Kind.AUTO_REPLY);
    }

    @Test
    void an_attached_report_makes_no_bounce() {
        assertThat(read("""
                From: ann@example.org
                Subject: what is this?
                Content-Type: multipart/mixed; boundary=m

                --m

                I got this, see attachment.
                --m
                Content-Type: message/rfc822

                From: MAILER-DAEMON@mx.example.org
                Subject: Undelivered Mail

                <bob@example.org>: user unknown
                --m--
                """).kind()).isEqualTo(Kind.MESSAGE);
    }

    @Test
    void an_invitation_is_a_calendar() {
        assertThat(read("""
                From: ann@example.org
                Content-Type: text/calendar; method=REQUEST

                BEGIN:VCALENDAR
                """).kind()).isEqualTo(Kind.CALENDAR);
    }
}
