package whom.kernel;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Public numbers (P8): short, speakable, with a check character, showing neither order nor volume. A number is a keyed
 * permutation of an internal id (a Feistel network over 30 bits, walked until it falls into the range), written with six
 * characters that cannot be mistaken for one another, and one that catches any single wrong character and any swap of
 * neighbours: {@code K7Q-2MFX}. Stable for one secret; not a protection of what it names.
 */
public final class PublicNumber {

    /** 29 characters, a prime, so that the check works; no vowels but A, no 0, 1, L, O, I. */
    private static final String ALPHABET = "23456789ABCDFGHJKMNPQRSTVWXYZ";
    private static final int BASE = ALPHABET.length();
    private static final int DIGITS = 6;
    /** 29^6: how many numbers there are. */
    public static final long RANGE = 594_823_321L;
    private static final int HALF = 15;
    private static final int MASK = (1 << HALF) - 1;

    private final byte[] secret;
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);

    /** @param secret at least 16 bytes, kept with the installation */
    public PublicNumber(byte[] secret) {
        this.secret = secret.clone();
    }

    /** The number of an id. @throws IllegalArgumentException when the id is not within 0 and {@link #RANGE} */
    public String of(long id) {
        if (id < 0 || id >= RANGE) {
            throw new IllegalArgumentException("no number for " + id);
        }
        long value = id;
        do {
            value = permute(value);
        } while (value >= RANGE);
        return write(value);
    }

    /** What somebody typed or said, as it is stored: capitals, the dash in place. Empty when the check character does not fit. */
    public static Optional<String> read(String typed) {
        var kept = new StringBuilder();
        for (char c : typed.toUpperCase(Locale.ROOT).toCharArray()) {
            if (c != '-' && c != ' ' && c != '#') {
                kept.append(c);
            }
        }
        if (kept.length() != DIGITS + 1 || kept.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            return Optional.empty();
        }
        boolean fits = check(kept) == kept.charAt(DIGITS);
        return fits ? Optional.of(kept.insert(3, '-').toString()) : Optional.empty();
    }

    private static String write(long value) {
        var text = new StringBuilder();
        for (int i = 0; i < DIGITS; i++) {
            text.append(ALPHABET.charAt((int) (value % BASE)));
            value /= BASE;
        }
        return text.append(check(text)).insert(3, '-').toString();
    }

    private static char check(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < DIGITS; i++) {
            sum += (i + 2) * ALPHABET.indexOf(digits.charAt(i));
        }
        return ALPHABET.charAt(sum % BASE);
    }

    private long permute(long value) {
        int left = (int) (value >> HALF);
        int right = (int) value & MASK;
        for (int round = 0; round < 6; round++) {
            int next = left ^ mix(round, right);
            left = right;
            right = next;
        }
        return ((long) left << HALF) | right;
    }

    private int mix(int round, int half) {
        byte[] digest = macs.get().doFinal(new byte[] {(byte) round, (byte) (half >> 8), (byte) half});
        return ByteBuffer.wrap(digest).getInt() & MASK;
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
