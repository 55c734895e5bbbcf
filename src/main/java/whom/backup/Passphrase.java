package whom.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import whom.kernel.WrongUse;

/** What a backup is sealed with: words that people remember, or a line of random characters in a file. Never printed. */
public final class Passphrase {

    public static final int SHORTEST = 16;

    /** RFC 9106, second choice: 64 MiB, three passes, four lanes. Fixed for form 1 of the file, so that a file cannot ask for more. */
    private static final int MEMORY = 64 * 1024, PASSES = 3, LANES = 4;
    private static final int KEY = 32;

    private final String words;
    private byte[] lastSalt = new byte[0];
    private byte[] lastKey = new byte[0];

    private Passphrase(String words) {
        this.words = words;
    }

    /** @throws WrongUse when it is too short to keep anybody out */
    public static Passphrase of(String words) {
        String bare = words.strip();
        if (bare.length() < SHORTEST) {
            throw new WrongUse("The passphrase has " + bare.length() + " characters; it takes " + SHORTEST + " at least. openssl rand -base64 32 > FILE makes a good one.");
        }
        return new Passphrase(bare);
    }

    /** @throws WrongUse when there is no such file, or what is in it is too short */
    public static Passphrase in(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new WrongUse("The passphrase's file " + file + " cannot be read.");
        }
        if (Files.size(file) > 4_096) {
            throw new WrongUse("The passphrase's file " + file + " is longer than any passphrase.");
        }
        return of(Files.readString(file));
    }

    /** The key of one file, by Argon2id: guessing is slow, and no two files have the same. A file is read twice, so the last is kept. */
    synchronized byte[] key(byte[] salt) {
        if (!Arrays.equals(salt, lastSalt)) {
            lastKey = slowly(salt);
            lastSalt = salt.clone();
        }
        return lastKey;
    }

    private byte[] slowly(byte[] salt) {
        var argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY).withIterations(PASSES).withParallelism(LANES).withSalt(salt).build());
        byte[] key = new byte[KEY];
        argon.generateBytes(words.getBytes(StandardCharsets.UTF_8), key);
        return key;
    }

    @Override
    public String toString() {
        return "a passphrase";
    }
}
