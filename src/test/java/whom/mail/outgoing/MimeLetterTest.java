package whom.mail.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import whom.mail.MailReader;
import whom.mail.ReadMessage;
import whom.mail.mime.Attachment;

/** A letter as it travels. */
class MimeLetterTest {

    private static final Letter.File PICTURE = new Letter.File("screen \"1\".png", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    private static final Letter.File NOTE = new Letter.File("Größe.pdf", "application/pdf", "%PDF".getBytes(StandardCharsets.US_ASCII));

    @Test
    void pictures_stand_in_the_html_and_other_files_beside_it() throws Exception {
        String sent = sent(List.of(PICTURE, NOTE), null);
        ReadMessage read = MailReader.read(sent.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read.inlineImages()).isEqualTo(1);
        assertThat(read.html()).contains("<img src=\"cid:p1.w.1@desk.example\" alt=\"screen &quot;1&quot;.png\"").contains("words");
        assertThat(read.text()).startsWith("words");
        assertThat(read.attachments()).extracting(Attachment::filename).containsExactlyInAnyOrder("screen \"1\".png", "Größe.pdf");
        assertThat(MailReader.read(sent(List.of(), null).getBytes(StandardCharsets.ISO_8859_1)).attachments()).isEmpty();
    }

    @Test
    void large_pictures_and_those_that_not_every_mail_program_shows_are_for_opening() throws Exception {
        ReadMessage read = MailReader.read(sent(List.of(new Letter.File("large.png", "image/png", new byte[3 * 1024 * 1024]), new Letter.File("drawing.svg", "image/svg+xml", "<svg/>".getBytes(StandardCharsets.US_ASCII))), null)
                .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read.inlineImages()).isZero();
        assertThat(read.attachments()).hasSize(2);
    }

    @Test
    void the_link_that_stops_mails_is_one_click_only_where_it_is_a_safe_one() throws Exception {
        assertThat(sent(List.of(), "https://desk.example/mail/stop/x")).contains("List-Unsubscribe: <https://desk.example/mail/stop/x>\r\n").contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
        assertThat(sent(List.of(), "http://desk.example/mail/stop/x")).contains("List-Unsubscribe: <http://desk.example/mail/stop/x>\r\n").doesNotContain("List-Unsubscribe-Post");
        assertThat(sent(List.of(), null)).doesNotContain("List-Unsubscribe");
    }

    private static String sent(List<Letter.File> files, @org.jspecify.annotations.Nullable String stop) throws Exception {
        var letter = new MimeLetter(Session.getInstance(new Properties()), new Letter("ann@example.org", new Letter.From("Fay (Help)", "help@desk.example"), "help+w1@desk.example", stop, "Subject", "words\n\n-- \nwhy", "en",
                "w.1@desk.example", List.of(), false, false, files));
        letter.saveChanges();
        var out = new ByteArrayOutputStream();
        letter.writeTo(out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
