package whom.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** S/MIME that carries its words within the signature. */
class OpaqueSignedTest {

    private static final byte[] SIGNED_DATA = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x07, 0x02};
    private static final byte[] DATA = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x07, 0x01};
    private static final String INNER = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nsigned words\r\n--b\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\nx\r\n--b--\r\n";

    @Test
    void its_words_and_files_are_read_and_the_signature_stays_beside_them() {
        Part message = message(tlv(0x04, INNER.getBytes(StandardCharsets.US_ASCII)), false);
        Body body = BodySelection.of(message);
        assertThat(body.text()).isEqualTo("signed words");
        assertThat(body.attachments()).extracting(Attachment::filename).containsExactly("smime.p7m", "a.pdf");
        assertThat(Protection.of(message)).containsExactly("smime-signed");
    }

    @Test
    void also_in_pieces_and_without_lengths_as_streams_are_signed() {
        byte[] inner = INNER.getBytes(StandardCharsets.US_ASCII);
        byte[] pieces = open(0x24, join(tlv(0x04, Arrays.copyOf(inner, 50)), tlv(0x04, Arrays.copyOfRange(inner, 50, inner.length))));
        assertThat(BodySelection.of(message(pieces, true)).text()).isEqualTo("signed words");
    }

    @Test
    void whatever_else_is_in_it_nothing_is_thrown() {
        byte[] whole = signed(tlv(0x04, INNER.getBytes(StandardCharsets.US_ASCII)), false);
        for (int cut = 0; cut < whole.length; cut++) {
            assertThat(OpaqueSigned.content(Arrays.copyOf(whole, cut))).isNotNull();
        }
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] spoiled = whole.clone();
            spoiled[random.nextInt(60)] = (byte) random.nextInt(256);
            assertThat(OpaqueSigned.content(spoiled)).isNotNull();
        }
        byte[] deep = new byte[10_000];
        Arrays.fill(deep, (byte) 0x24);
        assertThat(OpaqueSigned.content(signed(deep, true))).isEmpty();
    }

    private static Part message(byte[] octets, boolean streamed) {
        return MimeReader.read(("Content-Type: application/pkcs7-mime; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Base64.getMimeEncoder().encodeToString(signed(octets, streamed))).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] signed(byte[] octets, boolean streamed) {
        byte[] content = join(tlv(0x06, DATA), streamed ? open(0xA0, octets) : tlv(0xA0, octets));
        byte[] data = join(tlv(0x02, new byte[] {1}), tlv(0x31, new byte[0]), streamed ? open(0x30, content) : tlv(0x30, content), tlv(0x31, new byte[0]));
        byte[] all = join(tlv(0x06, SIGNED_DATA), streamed ? open(0xA0, open(0x30, data)) : tlv(0xA0, tlv(0x30, data)));
        return streamed ? open(0x30, all) : tlv(0x30, all);
    }

    private static byte[] tlv(int tag, byte[] value) {
        return value.length < 0x80 ? join(new byte[] {(byte) tag, (byte) value.length}, value) : join(new byte[] {(byte) tag, (byte) 0x82, (byte) (value.length >> 8), (byte) value.length}, value);
    }

    private static byte[] open(int tag, byte[] value) {
        return join(new byte[] {(byte) tag, (byte) 0x80}, value, new byte[2]);
    }

    private static byte[] join(byte[]... pieces) {
        var out = new ByteArrayOutputStream();
        Arrays.stream(pieces).forEach(out::writeBytes);
        return out.toByteArray();
    }
}
