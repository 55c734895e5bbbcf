package whom.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The form of a sealed file: a line that names it, a salt, and pieces of 64 KiB, each sealed with AES-256-GCM under its number
 * and whether it is the last. So none can be altered, moved, left out or cut off, and each is known to be sound before it is used.
 */
final class Seal {

    static final int PIECE = 64 * 1024;
    static final int TAG = 16;
    static final byte[] NAME = "WHOM BACKUP 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 16;
    static final int HEAD = 14 + SALT;

    private final SecretKeySpec key;
    private final byte[] head;
    private final Cipher cipher;
    private long piece;

    /** @param keys the key of a salt, which is slow to find on purpose */
    Seal(UnaryOperator<byte[]> keys, byte[] head) throws GeneralSecurityException {
        this.head = head.clone();
        this.key = new SecretKeySpec(keys.apply(Arrays.copyOfRange(head, HEAD - SALT, HEAD)), "AES");
        this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    }

    /** Of a new file: a salt that no other has. */
    static byte[] freshHead() {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        return ByteBuffer.allocate(HEAD).put(NAME).put(salt).array();
    }

    byte[] close(byte[] bytes, int length, boolean last) throws GeneralSecurityException {
        return next(Cipher.ENCRYPT_MODE, bytes, length, last);
    }

    /** @throws javax.crypto.AEADBadTagException when it is not what was closed here */
    byte[] open(byte[] bytes, boolean last) throws GeneralSecurityException {
        return next(Cipher.DECRYPT_MODE, bytes, bytes.length, last);
    }

    /** The key serves this file alone, so numbers are never used twice under it. */
    private byte[] next(int mode, byte[] bytes, int length, boolean last) throws GeneralSecurityException {
        byte[] number = ByteBuffer.allocate(12).putLong(3, piece++).put(11, (byte) (last ? 1 : 0)).array();
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, number));
        cipher.updateAAD(head);
        return cipher.doFinal(bytes, 0, length);
    }
}
