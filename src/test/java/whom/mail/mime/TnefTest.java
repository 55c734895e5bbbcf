package whom.mail.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TnefTest {

    @Test
    void files_come_out_by_their_long_names() {
        byte[] properties = join(int32(2), property(0x37070000 | 0x1F, "näme.txt\0".getBytes(UTF_16LE)), property(0x370E0000 | 0x1E, "text/plain\0".getBytes(US_ASCII)));
        Tnef read = Tnef.read(join(header(), attribute(2, 0x00069002, new byte[14]), attribute(2, 0x00018010, "NAME~1.TXT\0".getBytes(US_ASCII)),
                attribute(2, 0x0006800F, "hello".getBytes(US_ASCII)), attribute(2, 0x00069005, properties)));
        assertThat(read.attachments()).singleElement().satisfies(a -> {
            assertThat(a.filename()).isEqualTo("näme.txt");
            assertThat(a.contentType()).isEqualTo("text/plain");
            assertThat(a.content()).asString().isEqualTo("hello");
        });
    }

    @Test
    void a_body_is_found() {
        assertThat(Tnef.read(join(header(), attribute(1, 0x0002800C, "Hi\0".getBytes(US_ASCII)))).text()).isEqualTo("Hi");
        byte[] rtf = join(int32(0), int32(0), int32(0x414C454D), int32(0), "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}} Gr\\'fc\\'dfe\\par bye}".getBytes(US_ASCII));
        assertThat(Tnef.read(join(header(), attribute(1, 0x00069003, join(int32(1), property(0x10090000 | 0x102, rtf))))).text()).isEqualTo("Grüße\nbye");
    }

    @Test
    void lengths_that_lie_end_the_reading_and_nothing_else() {
        byte[] whole = join(header(), attribute(2, 0x00069002, new byte[14]), attribute(2, 0x00018010, "a.txt\0".getBytes(US_ASCII)), attribute(2, 0x0006800F, "hello".getBytes(US_ASCII)));
        for (int length = 0; length < whole.length; length++) {
            assertThat(Tnef.read(Arrays.copyOf(whole, length)).attachments().size()).isLessThanOrEqualTo(1);
        }
        byte[] lying = join(header(), attribute(1, 0x00069003, join(int32(Integer.MAX_VALUE), int32(0x10001001), int32(Integer.MAX_VALUE))));
        assertThat(Tnef.read(lying).attachments()).isEmpty();
    }

    private static byte[] header() {
        return join(int32(0x223E9F78), new byte[] {1, 0});
    }

    private static byte[] attribute(int level, int id, byte[] value) {
        return join(new byte[] {(byte) level}, int32(id), int32(value.length), value, new byte[2]);
    }

    private static byte[] property(int tag, byte[] value) {
        return join(int32(tag), int32(1), int32(value.length), value, new byte[(4 - value.length % 4) % 4]);
    }

    private static byte[] int32(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }

    private static byte[] join(byte[]... pieces) {
        var out = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }
}
