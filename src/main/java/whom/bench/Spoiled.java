package whom.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** Honest messages made into what no honest program sends: cut, doubled, mixed with each other, with noise, and with what readers stumble over. */
final class Spoiled {

    private static final List<String> TOKENS = List.of("--seam\r\n", "--seam--\r\n", "=?utf-8?B?", "=?iso-2022-cn?Q?\u00e9?=", "=?x-unknown?Q?=E4?=", "?=", "\"", "\\", "(", ")", "<", ">", ";", ":", ",", "@",
            "\r\n\r\n", "\r\n ", "\n\n", "\r", "\t", "Content-Type: multipart/mixed; boundary=seam\r\n\r\n", "Content-Type: message/rfc822\r\n\r\n", "Content-Type: multipart/report; report-type=delivery-status\r\n",
            "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: quoted-printable\r\n", "Content-Transfer-Encoding: x-uuencode\r\n", "charset=utf-7", "charset=\"iso-2022-jp\"", "charset=gb18030",
            "filename*0*=utf-8''%", "filename*=", "begin 644 a\r\n", "end\r\n", "\u0000", "\u001b$B", "\u001b(B", "=", "=3D", "=\r\n", "> ", ">>>>>>>>", "On 5 Jan 2026 Ann wrote:", "Am 5.1.2026 schrieb Ann:", "From: a@example.org",
            "Final-Recipient: rfc822; x@y\r\nAction: failed\r\nStatus: 5.1.1\r\n", "-----Original Message-----\r\n", "________________________________\r\n", "-- \r\n", "+AGE-", "~{", "<blockquote>", "<table><td>",
            "<div class=gmail_quote>", "<style>", "<!--", "&#x1F600;", "&amp", "cid:%zz", "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n", "From MAILER-DAEMON\r\n", "Date: 99 Xxx 99999 99:99:99 +9999\r\n", "\u00ff\u00fe", "\u00ef\u00bb\u00bf");

    private Spoiled() {}

    static byte[] of(List<byte[]> honest, Random random) {
        byte[] bytes = pick(honest, random);
        for (int i = random.nextInt(8); i >= 0 && bytes.length > 2; i--) {
            bytes = spoil(bytes, honest, random);
        }
        return bytes;
    }

    static byte[] pick(List<byte[]> honest, Random random) {
        return honest.get(random.nextInt(honest.size()));
    }

    private static byte[] spoil(byte[] bytes, List<byte[]> honest, Random random) {
        int at = random.nextInt(bytes.length);
        int length = random.nextInt(Math.min(200, bytes.length - at) + 1);
        var out = new ByteArrayOutputStream(bytes.length + 400);
        out.write(bytes, 0, at);
        switch (random.nextInt(8)) {
            case 0 -> out.write(random.nextInt(256));
            case 1, 2 -> out.writeBytes(TOKENS.get(random.nextInt(TOKENS.size())).getBytes(ISO_8859_1));
            case 3 -> out.write(bytes, at, length);
            case 4 -> at += length;
            case 5 -> {
                byte[] other = pick(honest, random);
                int from = random.nextInt(other.length);
                out.write(other, from, random.nextInt(Math.min(2_000, other.length - from) + 1));
            }
            case 6 -> {
                out.write(bytes[at] ^ 1 << random.nextInt(8));
                at++;
            }
            default -> {
                byte[] noise = new byte[random.nextInt(40)];
                random.nextBytes(noise);
                out.writeBytes(noise);
            }
        }
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    /** A message in which one place of it, or one of the things readers stumble over, stands again and again. */
    record Growing(byte[] before, byte[] again, byte[] after) {

        static Growing in(byte[] bytes, Random random) {
            int at = random.nextInt(bytes.length + 1);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(random.nextBoolean() ? 12 : 300));
            byte[] again = length == 0 || random.nextInt(4) == 0 ? TOKENS.get(random.nextInt(TOKENS.size())).getBytes(ISO_8859_1) : java.util.Arrays.copyOfRange(bytes, at, at + length);
            return new Growing(java.util.Arrays.copyOf(bytes, at), again, java.util.Arrays.copyOfRange(bytes, at, bytes.length));
        }

        byte[] to(int size) {
            var out = new ByteArrayOutputStream(size + again.length + before.length + after.length);
            out.writeBytes(before);
            for (int grown = 0; grown < size; grown += again.length) {
                out.writeBytes(again);
            }
            out.writeBytes(after);
            return out.toByteArray();
        }
    }
}
