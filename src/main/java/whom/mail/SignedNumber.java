package whom.mail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A mail's number that nobody else can make up: 24 small letters and digits, an HMAC within. What was signed for one purpose is worth nothing for another. */
public final class SignedNumber {

    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int ID = 6;
    private static final int SIGNATURE = 9;
    private static final int LENGTH = 24;

    private final SecretKeySpec key;
    private final byte[] purpose;

    SignedNumber(String secret, String purpose) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.purpose = purpose.getBytes(StandardCharsets.UTF_8);
    }

    public String write(long number) {
        byte[] id = Arrays.copyOfRange(ByteBuffer.allocate(8).putLong(number).array(), 8 - ID, 8);
        return write(ByteBuffer.allocate(ID + SIGNATURE).put(id).put(signature(id)).array());
    }

    /** None when it is not signed by us, for this. */
    public OptionalLong read(String written) {
        if (written.length() != LENGTH || !written.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
            return OptionalLong.empty();
        }
        byte[] whole = bytes(written);
        byte[] id = Arrays.copyOf(whole, ID);
        if (!MessageDigest.isEqual(signature(id), Arrays.copyOfRange(whole, ID, whole.length))) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(ByteBuffer.allocate(8).putShort((short) 0).put(id).flip().getLong());
    }

    private byte[] signature(byte[] id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(purpose);
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

    private static byte[] bytes(String text) {
        byte[] bytes = new byte[ID + SIGNATURE];
        for (int i = 0; i < bytes.length * 8; i++) {
            int set = DIGITS.indexOf(text.charAt(i / 5)) >> 4 - i % 5 & 1;
            bytes[i / 8] |= (byte) (set << 7 - i % 8);
        }
        return bytes;
    }
}
