package whom.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static whom.mail.Letters.part;

import org.junit.jupiter.api.Test;
import whom.mail.Letters;

class MimeReaderTest {

    @Test
    void a_missing_last_delimiter_costs_nothing() {
        Part message = part("""
                Content-Type: multipart/mixed; boundary=seam

                --seam

                one
                --seam
                Content-Type: text/html

                <p>two""");
        assertThat(message.parts()).extracting(Part::text).containsExactly("one", "<p>two");
    }

    @Test
    void the_delimiter_of_an_outer_multipart_ends_the_inner_one() {
        Part message = part("""
                Content-Type: multipart/mixed; boundary=outer

                --outer
                Content-Type: multipart/alternative; boundary=outer-inner

                --outer-inner

                plain
                --outer

                second
                --outer--
                """);
        assertThat(message.parts()).hasSize(2);
        assertThat(message.parts().getFirst().parts()).extracting(Part::text).containsExactly("plain");
        assertThat(message.parts().get(1).text()).isEqualTo("second");
    }

    @Test
    void two_levels_may_share_one_boundary() {
        Part message = part("""
                Content-Type: multipart/mixed; boundary=same

                --same
                Content-Type: multipart/alternative; boundary=same

                --same

                inner
                --same--
                --same
                Content-Type: application/pdf

                file
                --same--
                """);
        assertThat(message.parts()).hasSize(2);
        assertThat(message.parts().get(1).type().mediaType()).isEqualTo("application/pdf");
    }

    @Test
    void a_multipart_that_does_not_name_its_boundary_is_cut_where_parts_begin() {
        Part message = part("""
                Content-Type: multipart/mixed

                --=_forgotten
                Content-Type: text/plain

                hello
                --=_forgotten
                Content-Type: text/html

                <b>hello</b>
                --=_forgotten--
                """);
        assertThat(message.parts()).hasSize(2);
    }

    @Test
    void a_multipart_without_any_part_is_text() {
        Part message = part("""
                Content-Type: multipart/mixed; boundary=nowhere

                just words
                """);
        assertThat(message.isMultipart()).isFalse();
        assertThat(message.text()).contains("just words");
    }

    @Test
    void attached_messages_stay_closed() {
        Part message = part("""
                Content-Type: multipart/mixed; boundary=a

                --a
                Content-Type: message/rfc822

                Subject: inside
                Content-Type: multipart/mixed; boundary=b

                --b

                never looked at
                --b--
                --a--
                """);
        assertThat(message.parts()).hasSize(1);
        assertThat(message.parts().getFirst().isMultipart()).isFalse();
    }

    @Test
    void an_mbox_line_and_blank_lines_may_stand_before_the_header() {
        assertThat(part("\n\nFrom ann@example.org Mon Jan  5 10:00:00 2026\nSubject: here\n\nbody").headers().text("Subject")).isEqualTo("here");
    }

    @Test
    void a_field_broken_without_indentation_is_put_together_again() {
        Part message = part("To: ann@example.org\nSubject: one\ntwo three\nX-Other: x\n\nbody");
        assertThat(message.headers().text("Subject")).isEqualTo("one two three");
        assertThat(message.text()).isEqualTo("body");
    }

    @Test
    void text_without_any_header_is_all_body() {
        assertThat(part("hello there\nhow are you").text()).isEqualTo("hello there\r\nhow are you");
    }

    @Test
    void line_ends_may_be_of_any_kind() {
        assertThat(MimeReader.read(Letters.rawBytes("Subject: x\r\ry").clone()).headers().fields()).isNotEmpty();
        assertThat(MimeReader.read("Subject: a\rTo: b@example.org\r\rbody".getBytes()).text()).isEqualTo("body");
        assertThat(MimeReader.read("Subject: a\nTo: b@example.org\n\nbody".getBytes()).text()).isEqualTo("body");
    }

    @Test
    void nesting_has_an_end() {
        var deep = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b").append(i).append("\n");
        }
        int depth = 0;
        Part part = part(deep.toString());
        while (part.isMultipart()) {
            part = part.parts().getFirst();
            depth++;
        }
        assertThat(depth).isLessThanOrEqualTo(50);
    }
}
