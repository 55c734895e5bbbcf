package whom.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static whom.mail.Letters.part;
import static whom.mail.Letters.rawBytes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodySelectionTest {

    private static Body body(String text) {
        return BodySelection.of(part(text));
    }

    @Test
    void all_plain_parts_are_joined_and_html_beside_them_is_kept_apart() {
        Body body = body("""
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: multipart/alternative; boundary=a

                --a

                one
                --a
                Content-Type: text/html

                <p>one</p>
                --a--
                --m

                two
                --m--
                """);
        assertThat(body.text()).isEqualTo("one\n\ntwo");
        assertThat(body.html()).isEqualTo("<p>one</p>");
        assertThat(body.attachments()).isEmpty();
    }

    @Test
    void text_is_made_from_html_where_there_is_no_other() {
        Body body = body("Content-Type: text/html\n\n<html><head><title>no</title></head><p>Hello&nbsp;<b>there</b></p><ul><li>a<li>b</ul><blockquote>old</blockquote>");
        assertThat(body.text()).isEqualTo("Hello there\n\n- a\n- b\n\n> old");
    }

    @Test
    void html_above_a_plain_footer_is_not_lost() {
        assertThat(body("""
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: text/html

                <p>the message</p>
                --m

                the list's footer
                --m--
                """).text()).isEqualTo("the message\n\nthe list's footer");
    }

    @Test
    void a_named_text_is_an_attachment_and_the_body_only_where_nothing_else_can_be() {
        Body alone = body("Content-Type: text/plain; name=notes.txt\n\nread me");
        assertThat(alone.text()).isEqualTo("read me");
        assertThat(alone.attachments()).extracting(Attachment::filename).containsExactly("notes.txt");
        Body attached = body("Content-Type: text/plain\nContent-Disposition: attachment; filename=notes.txt\n\nread me");
        assertThat(attached.text()).isEmpty();
        assertThat(attached.attachments()).hasSize(1);
    }

    @Test
    void pictures_that_the_html_shows_are_counted() {
        Body body = body("""
                Content-Type: multipart/related; boundary=r

                --r
                Content-Type: text/html

                <img src="cid:one%40example"><img src='cid:two'>
                --r
                Content-Type: image/png; name=1.png
                Content-ID: <one@example>

                --r
                Content-Type: image/png
                Content-ID: <unused>

                --r--
                """);
        assertThat(body.inlineImages()).isEqualTo(1);
        assertThat(body.attachments()).hasSize(2);
    }

    @Test
    void delivery_status_is_no_attachment_and_an_attached_message_is_one() {
        Body body = body("""
                Content-Type: multipart/report; boundary=r

                --r
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx
                --r
                Content-Type: message/rfc822; name=old.eml

                Subject: old
                --r--
                """);
        assertThat(body.attachments()).extracting(Attachment::contentType).containsExactly("message/rfc822");
    }

    @Test
    void files_written_into_the_text_are_taken_out() {
        Body body = body("\nsee below\n\nbegin 644 cat.txt\n#0V%T\n`\nend\n\nbye\n");
        assertThat(body.text()).contains("see below").contains("bye").doesNotContain("begin 644");
        assertThat(body.attachments()).singleElement().satisfies(a -> {
            assertThat(a.filename()).isEqualTo("cat.txt");
            assertThat(new String(a.content())).isEqualTo("Cat");
        });
    }

    @Test
    void flowed_lines_are_one_line() {
        assertThat(body("Content-Type: text/plain; format=flowed\n\none \ntwo\n> three \n> four\n-- \nAnn").text()).isEqualTo("one two\n> three four\n-- \nAnn");
        assertThat(body("Content-Type: text/plain; format=flowed; delsp=yes\n\nto \ngether").text()).isEqualTo("together");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "base64 | R3LDvMOfZQ== | Grüße", "BASE64; | R3LDvMOfZQ | Grüße", "base64 | R3LD!vM*OfZQ== | Grüße", "base64 | this is not base64, it is prose | this is not base64, it is prose",
            "quoted-printable | Gr=C3=BC=C3=9Fe | Grüße", "quoted-printable | 100 =% sure =2 | 100 =% sure =2", "unheard-of | Hello | Hello", "8bit | Hello | Hello",
    })
    void transfer_encodings_as_they_come(String encoding, String raw, String text) {
        assertThat(body("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: " + encoding + "\n\n" + raw).text()).isEqualTo(text);
    }

    @Test
    void a_footer_below_base64_stays_readable() {
        assertThat(body("Content-Transfer-Encoding: base64\n\nSGVsbG8=\n_______\nthe list's footer\n").text()).isEqualTo("Hello_______\r\nthe list's footer".replace("\r", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "iso-8859-1 | caf\u00e9 | café", "us-ascii | caf\u00e9 | café", "'' | caf\u00c3\u00a9 | café", "no-such-charset | caf\u00e9 | café",
            "latin1 | \u0080 | €", "utf-8 | caf\u00e9 | café", "iso-8859-9 | \u00fe | ş", "gb2312 | \u00c4\u00e3 | 你", "big5 | \u00a7A | 你",
            "shift_jis | \u0082\u00a0 | あ", "euc-kr | \u00b0\u00a1 | 가", "tis-620 | \u00a1 | ก", "utf-7 | caf+AOk- | café", "hz-gb-2312 | ~{Dc~} | 你", "koi8-r | \u00d1 | я",
    })
    void charsets_are_read_as_browsers_read_them(String charset, String raw, String text) {
        assertThat(BodySelection.of(MimeReader.read(rawBytes("Content-Type: text/plain; charset=" + charset + "\n\n" + raw))).text()).isEqualTo(text);
    }

    @Test
    void html_may_name_its_own_charset() {
        assertThat(BodySelection.of(MimeReader.read(rawBytes("Content-Type: text/html\n\n<meta charset='windows-1251'>\u00ff"))).text()).isEqualTo("я");
    }

    @Test
    void what_html_hides_is_not_read_unless_there_is_nothing_else() {
        assertThat(HtmlText.of("<div style='color:red; DISPLAY: none'>in lists only</div><p hidden>nor this</p><p>Seen</p>")).isEqualTo("Seen");
        assertThat(HtmlText.of("<div style='display:none'>all there is</div>")).isEqualTo("all there is");
    }
}
