package whom.mail;

import java.util.List;
import java.util.stream.Stream;

/** Honest messages of every kind, for tests to spoil. */
public final class Samples {

    private Samples() {}

    public static final List<byte[]> ALL = Stream.of(
            """
            From: "Doe, Ann" <ann@example.org>
            To: Desk: bea@example.org, =?utf-8?Q?B=C3=A9a?= <b@example.org>;
            Subject: =?utf-8?B?RHJ1Y2tlcg==?= =?iso-8859-1?Q?l=E4uft?=
            Date: Mon, 5 Jan 2026 10:20:30 +0100 (CET)
            Message-ID: <1@example.org>
            References: <0@example.org> <00@example.org>
            Content-Type: multipart/mixed; boundary="seam"

            preamble
            --seam
            Content-Type: multipart/alternative; boundary="seam-inner"

            --seam-inner
            Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes
            Content-Transfer-Encoding: quoted-printable

            Gr=C3=BC=C3=9Fe aus dem \s
            zweiten Stock.=20

            On Mon, 5 Jan 2026 at 09:00, Bea <bea@example.org> wrote:
            > Who are you?
            -- \s
            Ann
            --seam-inner
            Content-Type: text/html; charset=utf-8

            <p>Gr&uuml;&szlig;e <img src="cid:pic@example"><blockquote>Who?</blockquote>
            --seam-inner--
            --seam
            Content-Type: image/png; name="=?utf-8?Q?bild.png?="
            Content-ID: <pic@example>
            Content-Transfer-Encoding: base64

            iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk
            --seam
            Content-Disposition: attachment; filename*0*=utf-8''na%C3%AFve; filename*1=".txt"

            begin 644 notes.txt
            #0V%T
            `
            end
            --seam--
            """,
            """
            From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
            To: ann@example.org
            Subject: Undelivered Mail Returned to Sender
            Auto-Submitted: auto-replied
            Content-Type: multipart/report; report-type=delivery-status; boundary=seam

            --seam

            <bob@example.net>: host mx.example.net[192.0.2.1] said: 550 5.1.1 User unknown

            --seam
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org

            Final-Recipient: rfc822; bob@example.net
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 User unknown

            --seam
            Content-Type: message/rfc822

            From: ann@example.org
            To: bob@example.net

            hello
            --seam--
            """,
            """
            From: MAILER-DAEMON@mx.example.net
            Subject: failure notice

            Hi. This is the qmail-send program.

            <ann@example.org>:
            Sorry, no mailbox here by that name. (#5.1.1)

            --- Below this line is a copy of the message.

            To: ann@example.org
            """,
            """
            From: ann@example.org
            Content-Type: text/html; charset=utf-7

            <html><body>+AMQ-pfel<table><tr><td>1</td></tr></table><pre>a
            b</pre><ul><li>x</ul></body></html>
            """,
            """
            From: ann@example.org
            Content-Type: application/ms-tnef; name=winmail.dat
            Content-Transfer-Encoding: base64

            eJ8+IgEAAQaQCAAEAAAAAAABAAEAAQeQBgAIAAAA5AQAAAAAAADoAAEIgAcAGAAAAElQTS5NaWNyb3NvZnQgTWFpbC5Ob3RlADEI
            AQ2ABAACAAAAAgACAAEEgAEABQAAAHRlc3QAwAEBA5AGAAwAAAABAAAAHgA3AAEAAAAFAAAAdGVzdAAAAAACAQIQgAEABAAAAGRh
            dGHAAQIPgAYABAAAAGRhdGGaAQ==
            """,
            """
            From: ann@example.org
            Content-Type: text/plain; charset=iso-2022-jp

            > \u001b$B$3$s$K$A$O\u001b(B
            ~{<:Ky2;~}
            From: Ann
            Sent: Monday
            To: Desk
            Subject: hello
            """).map(Letters::bytes).toList();
}
