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
        assertThat(read(REPORT.formatted("failed", "5.7.0", "554 5.7.26 refused")).bounces().getFirst().status()).isEqualTo("5.7.26");
        assertThat(read(REPORT.formatted("failed", "5.1.1", "554 5.7.1 refused")).bounces().getFirst().status()).isEqualTo("5.1.1");
        assertThat(read(REPORT.formatted("failed", "5.0.0", "451 4.7.1 later")).bounces().getFirst().status()).isEqualTo("5.0.0");
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

    @Test
    void people_may_write_about_bounces() {
        assertThat(read("""
                From: Ann <ann@example.org>
                Subject: Undeliverable mail, please help

                My mail to bob@example.net could not be delivered. What can I do?
                """).kind()).isEqualTo(Kind.MESSAGE);
    }

    @Test
    void a_read_receipt_is_a_delivery_report_and_a_complaint_is_feedback() {
        assertThat(read("From: ann@example.org\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\n\nread\n"
                + "--b\nContent-Type: message/disposition-notification\n\nDisposition: manual-action/MDN-sent-manually; displayed\n--b--\n").kind())
                .isEqualTo(Kind.DELIVERY_REPORT);
        assertThat(read("From: abuse@example.org\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\n\nspam\n"
                + "--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n--b--\n").kind()).isEqualTo(Kind.FEEDBACK_REPORT);
    }

    @Test
    void several_recipients_are_told_apart() {
        assertThat(read("""
                From: MAILER-DAEMON@mx.example.org
                Subject: Undelivered Mail
                Content-Type: multipart/report; report-type=delivery-status; boundary=r

                --r
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org
                Final-Recipient: rfc822; ann@example.org
                Action: failed
                Status: 5.1.1
                Final-Recipient: rfc822; bob@example.org
                Action: delayed
                Status: 4.2.2
                --r--
                """).bounces()).containsExactly(new Bounce("ann@example.org", "5.1.1", Reason.USER_UNKNOWN), new Bounce("bob@example.org", "4.2.2", Reason.MAILBOX_FULL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Spam-Flag: YES", "X-Spam-Status: Yes, score=12"})
    void spam_is_named(String field) {
        assertThat(read(field + "\nFrom: ann@example.org\n\nbuy").kind()).isEqualTo(Kind.SPAM);
    }

    @Test
    void a_message_that_bears_its_own_addresss_mark_is_a_loop() {
        assertThat(read("X-Loop: desk@example.org\nTo: Desk <desk@example.org>\nFrom: ann@example.org\n\nagain").kind()).isEqualTo(Kind.LOOP);
    }
}
