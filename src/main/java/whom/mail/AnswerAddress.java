package whom.mail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The address to which one answers a mail of ours: our own with a part that names the mail and is signed, as {@code help+w2k…@example.org}.
 * Whoever has it got that mail, or was given it: it is worth as much as the link in it (P8). No capitals, since servers lose them.
 */
public final class AnswerAddress {

    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int ID = 6;
    private static final int SIGNATURE = 9;
    private static final Pattern SIGNED = Pattern.compile("\\+w([a-z2-7]{24})(?=@)");

    private final SecretKeySpec key;

    public AnswerAddress(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** @param own our address, such as {@code help@example.org} */
    public String of(String own, long mail) {
        int at = own.lastIndexOf('@');
        byte[] id = Arrays.copyOfRange(ByteBuffer.allocate(8).putLong(mail).array(), 8 - ID, 8);
        ByteBuffer whole = ByteBuffer.allocate(ID + SIGNATURE).put(id).put(signature(id));
        return own.substring(0, at) + "+w" + write(whole.array()) + own.substring(at);
    }

    /** Which mail of ours an address answers; none when it is not signed by us. */
    public OptionalLong read(String address) {
        Matcher m = SIGNED.matcher(address.toLowerCase(Locale.ROOT));
        if (!m.find()) {
            return OptionalLong.empty();
        }
        byte[] whole = read24(m.group(1));
        byte[] id = Arrays.copyOf(whole, ID);
        if (!MessageDigest.isEqual(signature(id), Arrays.copyOfRange(whole, ID, whole.length))) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(ByteBuffer.allocate(8).putShort((short) 0).put(id).flip().getLong());
    }

    /** Without what was added to it: {@code help@example.org}. */
    public static String plain(String address) {
        int at = address.lastIndexOf('@');
        int plus = address.indexOf('+');
        return plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
    }

    private byte[] signature(byte[] id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(id), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static String write(byte[] bytes) {
        var text = new StringBuilder();
        for (int bit = 0; bit < bytes.length * 8; bit += 5) {
            int value = 0;
            for (int i = bit; i < bit + 5; i++) {
                value = value << 1 | bytes[i / 8] >> 7 - i % 8 & 1;
            }
            text.append(DIGITS.charAt(value));
        }
        return text.toString();
    }

    private static byte[] read24(String text) {
        byte[] bytes = new byte[ID + SIGNATURE];
        for (int i = 0; i < bytes.length * 8; i++) {
            int set = DIGITS.indexOf(text.charAt(i / 5)) >> 4 - i % 5 & 1;
            bytes[i / 8] |= (byte) (set << 7 - i % 8);
        }
        return bytes;
    }
}
