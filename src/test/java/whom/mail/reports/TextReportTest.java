package whom.mail.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static whom.mail.Letters.read;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import whom.mail.ReadMessage;

/** Reports that are written for people, in the manner of many servers. */
class TextReportTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void the_recipient_and_the_reason_are_found(String like, Kind kind, Reason reason, String message) {
        ReadMessage read = read(message);
        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.bounces()).extracting(Bounce::recipient).containsExactly("ann@example.org");
        assertThat(read.bounces().getFirst().reason()).isEqualTo(reason);
    }

    static Stream<Arguments> reports() {
        return Stream.of(
                report("qmail", Kind.BOUNCE, Reason.USER_UNKNOWN, "MAILER-DAEMON@mx.example.net", "failure notice", """
                        Hi. This is the qmail-send program at mx.example.net.
                        I'm afraid I wasn't able to deliver your message to the following addresses.
                        This is a permanent error; I've given up. Sorry it didn't work out.

                        <ann@example.org>:
                        192.0.2.1 does not like recipient.
                        Remote host said: 550 5.1.1 <ann@example.org>... User Unknown
                        Giving up on 192.0.2.1.

                        --- Below this line is a copy of the message.

                        Return-Path: <bea@example.com>
                        To: ann@example.org
                        """),
                report("qmail, in the queue for long", Kind.BOUNCE, Reason.EXPIRED, "MAILER-DAEMON@mx.example.net", "failure notice", """
                        Hi. This is the qmail-send program at mx.example.net.

                        <ann@example.org>:
                        I'm not going to try again; this message has been in the queue too long.

                        --- Below this line is a copy of the message.
                        """),
                report("qmail, no host", Kind.BOUNCE, Reason.HOST_UNKNOWN, "MAILER-DAEMON@mx.example.net", "failure notice", """
                        Hi. This is the qmail-send program at mx.example.net.

                        <ann@example.org>:
                        Sorry, I couldn't find any host named example.org. (#5.1.2)

                        --- Below this line is a copy of the message.
                        """),
                report("Exim", Kind.BOUNCE, Reason.HOST_UNKNOWN, "Mail Delivery System <Mailer-Daemon@mx.example.net>",
                        "Mail delivery failed: returning message to sender", """
                        This message was created automatically by mail delivery software.

                        A message that you sent could not be delivered to one or more of its
                        recipients. This is a permanent error. The following address(es) failed:

                          ann@example.org
                            Unrouteable address

                        ------ This is a copy of the message, including all the headers. ------

                        From: bea@example.com
                        """),
                report("Exim, too big", Kind.BOUNCE, Reason.TOO_BIG, "Mail Delivery System <Mailer-Daemon@mx.example.net>",
                        "Mail delivery failed: returning message to sender", """
                        This message was created automatically by mail delivery software.

                          ann@example.org
                            SMTP error from remote mail server after MAIL FROM:<bea@example.com> SIZE=31:
                            host mx.example.org [192.0.2.1]: 552 Message size exceeds fixed maximum message size

                        ------ This is a copy of the message, including all the headers. ------
                        """),
                report("Exim, delayed", Kind.DELIVERY_REPORT, Reason.EXPIRED, "Mail Delivery System <Mailer-Daemon@mx.example.net>",
                        "Warning: message 1AbCdE-000123-Ab delayed 24 hours", """
                        This message was created automatically by mail delivery software.
                        A message that you sent has not yet been delivered to one or more of its
                        recipients after more than 24 hours on the queue on mx.example.net.

                          ann@example.org
                            Delay reason: connection timed out

                        No action is required on your part. Delivery attempts will continue for some time.
                        """),
                report("old sendmail", Kind.BOUNCE, Reason.USER_UNKNOWN, "MAILER-DAEMON@mx.example.net", "Returned mail: User unknown", """
                           ----- Transcript of session follows -----
                        While talking to mx.example.org:
                        >>> RCPT To:<ann@example.org>
                        <<< 550 <ann@example.org>... User unknown
                        550 <ann@example.org>... User unknown

                           ----- Unsent message follows -----
                        From: bea@example.com
                        """),
                report("Notes", Kind.BOUNCE, Reason.USER_UNKNOWN, "Postmaster@example.net", "Undeliverable message", """
                        ------- Failure Reasons  --------

                        User not listed in public Name & Address Book
                        ann@example.org

                        ------- Returned Message --------
                        """),
                report("Domino", Kind.BOUNCE, Reason.MAILBOX_FULL, "Postmaster@example.net", "DELIVERY FAILURE: over quota", """
                        Your message

                          Subject: hello

                        was not delivered to:

                          ann@example.org

                        because:

                          User ann (ann@example.org) mailbox is over quota
                        """),
                report("IMail", Kind.BOUNCE, Reason.USER_UNKNOWN, "Postmaster <postmaster@example.net>", "Undeliverable Mail", """
                        Unknown user: ann@example.org

                        Original message follows.
                        """),
                report("Exchange 2003", Kind.BOUNCE, Reason.USER_UNKNOWN, "System Administrator <postmaster@example.net>", "Undeliverable: hello", """
                        Your message

                          To:      ann@example.org
                          Subject: hello
                          Sent:    Mon, 5 Jan 2026 10:20:30 +0100

                        did not reach the following recipient(s):

                        ann@example.org on Mon, 5 Jan 2026 10:20:30 +0100
                            The recipient name is not recognized
                        """),
                report("Exchange 2007", Kind.BOUNCE, Reason.POLICY, "Microsoft Exchange <postmaster@example.net>", "Undeliverable: hello", """
                        Delivery has failed to these recipients or distribution lists:

                        ann@example.org<mailto:ann@example.org>
                        You are not allowed to send to this recipient.

                        Diagnostic information for administrators:

                        Generating server: mx.example.net

                        ann@example.org
                        #550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized ##

                        Original message headers:

                        Received: from mx.example.net
                        """),
                report("Gmail of old", Kind.BOUNCE, Reason.USER_UNKNOWN, "Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
                        "Delivery Status Notification (Failure)", """
                        This is an automatically generated Delivery Status Notification

                        Delivery to the following recipient failed permanently:

                             ann@example.org

                        Technical details of permanent failure:
                        The error that the other server returned was:
                        550 550 5.1.1 <ann@example.org>... User Unknown (state 14).

                        ----- Original message -----
                        """),
                report("Gmail, no such domain", Kind.BOUNCE, Reason.HOST_UNKNOWN, "Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
                        "Delivery Status Notification (Failure)", """
                        Delivery to the following recipient failed permanently:

                             ann@example.org

                        Technical details of permanent failure:
                        DNS Error: Domain name not found

                        ----- Message header follows -----
                        """),
                report("GMX", Kind.BOUNCE, Reason.POLICY, "MAILER-DAEMON@gmx.example", "Mail delivery failed: returning message to sender", """
                        This message was created automatically by mail delivery software.

                        "ann@example.org":
                        SMTP error from remote server after RCPT command:
                        host: mx.example.org
                        5.7.1 <ann@example.org>: Relay access denied

                        --- The header of the original message is following. ---
                        """),
                report("OpenSMTPD", Kind.BOUNCE, Reason.HOST_UNKNOWN, "Mailer Daemon <MAILER-DAEMON@mx.example.net>", "Delivery status notification: error", """
                            Hi!

                            This is the MAILER-DAEMON, please DO NOT REPLY to this e-mail.

                            An error has occurred while attempting to deliver a message for
                            the following list of recipients:

                        ann@example.org: No MX found for domain

                            Below is a copy of the original message:
                        """),
                report("SurfControl", Kind.BOUNCE, Reason.USER_UNKNOWN, "Mail Delivery System <postmaster@example.net>", "Undeliverable mail", """
                        Your message could not be sent.
                        A transcript of the attempts to send the message follows.
                        The number of attempts made: 1
                        Addressed To: ann@example.org

                        Failed to send to identified host,
                        ann@example.org: [192.0.2.1], 550 ann@example.org... No such user

                        --- Message non-deliverable.
                        """),
                report("m-FILTER", Kind.BOUNCE, Reason.USER_UNKNOWN, "mailer-daemon@example.net", "failure notice", """
                        以下のメールアドレスへの送信に失敗しました。
                        ann@example.org


                        -------server message
                        550 5.1.1 unknown user <ann@example.org>

                        -------SMTP command
                        RCPT

                        -------original message
                        """),
                report("a phone company", Kind.BOUNCE, Reason.MAILBOX_FULL, "no-reply@example.net", "Mail Delivery Failure", """
                        Your mail sent on: Mon, 5 Jan 2026 10:20:30 +0900
                            Could not be delivered to: <ann@example.org>
                            As their mailbox is full.
                        """),
                report("listed with its error in brackets", Kind.BOUNCE, Reason.USER_UNKNOWN, "\"Mail Deliver System\" <postmaster@example.net>", "Returned Mail: User unknown", """
                        The original message was received at Mon, 5 Jan 2026 10:20:30 +0900 (JST)
                        from bea@example.com

                        ---The following addresses had delivery errors---

                        ann@example.org [User unknown]
                        """),
                report("Zoho", Kind.BOUNCE, Reason.USER_UNKNOWN, "mailer-daemon@mail.example.net", "Undelivered Mail Returned to Sender", """
                        This message was created automatically by mail delivery system.

                        ----- The following addresses had fatal errors -----
                        [Status: Error, Address: <ann@example.org>, ResponseCode 550, , 5.1.1 unknown user]

                        ----- Transcript of session follows -----
                        """),
                report("with a star before the address", Kind.BOUNCE, Reason.USER_UNKNOWN, "Mail Delivery System <daemon@example.net>", "Delivery status notification", """
                              This is an automatically generated Delivery Status Notification.

                        Delivery to the following recipients failed permanently:

                          * ann@example.org

                                                    Technical details:

                        SMTP:RCPT host 192.0.2.8: 553 5.3.0 <ann@example.org>... No such user here
                        """),
                report("Messaging Server", Kind.BOUNCE, Reason.POLICY, "Internet Mail Delivery <postmaster@example.net>", "Delivery Notification: Delivery has failed", """
                        This report relates to a message you sent with the following header fields:

                          Message-id: <1@example.com>

                        Your message cannot be delivered to the following recipients:

                          Recipient address: ann@example.org
                          Reason: SMTP transmission failure has occurred
                          Diagnostic code: smtp;554 5.7.1 Message blocked as spam
                        """));
    }

    private static Arguments report(String like, Kind kind, Reason reason, String from, String subject, String body) {
        return Arguments.of(like, kind, reason, "Return-Path: <>\nFrom: " + from + "\nTo: bea@example.com\nSubject: " + subject + "\n\n" + body);
    }
}
