package whom.mail.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/** LZFu, the compression of RTF in MAPI (MS-OXRTFCP): a window of 4,096 bytes that begins with common RTF words. */
final class CompressedRtf {

    private static final String DICTIONARY = "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
            + "\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
    private static final int COMPRESSED = 0x75465A4C;
    private static final int UNCOMPRESSED = 0x414C454D;
    private static final int LARGEST = 10_000_000;

    private CompressedRtf() {}

    static byte[] decompress(byte[] bytes) {
        var in = new LittleEndian(bytes);
        if (!in.has(16)) {
            return new byte[0];
        }
        in.skip(8);
        int kind = in.int32();
        in.skip(4);
        if (kind == UNCOMPRESSED) {
            return in.bytes(bytes.length - 16);
        }
        return kind == COMPRESSED ? expand(in) : new byte[0];
    }

    private static byte[] expand(LittleEndian in) {
        byte[] window = new byte[4_096];
        byte[] words = DICTIONARY.getBytes(US_ASCII);
        System.arraycopy(words, 0, window, 0, words.length);
        int write = words.length;
        var out = new ByteArrayOutputStream();
        while (in.has(1) && out.size() < LARGEST) {
            int flags = in.bytes(1)[0];
            for (int bit = 0; bit < 8; bit++) {
                if ((flags >> bit & 1) == 0) {
                    if (!in.has(1)) {
                        return out.toByteArray();
                    }
                    byte literal = in.bytes(1)[0];
                    window[write++ & 0xFFF] = literal;
                    out.write(literal);
                } else {
                    if (!in.has(2)) {
                        return out.toByteArray();
                    }
                    byte[] pair = in.bytes(2);
                    int offset = (pair[0] & 0xFF) << 4 | (pair[1] & 0xF0) >> 4;
                    if (offset == (write & 0xFFF)) {
                        return out.toByteArray();
                    }
                    for (int i = 0; i < (pair[1] & 0x0F) + 2; i++) {
                        byte copied = window[offset + i & 0xFFF];
                        window[write++ & 0xFFF] = copied;
                        out.write(copied);
                    }
                }
            }
        }
        return out.toByteArray();
    }
}
