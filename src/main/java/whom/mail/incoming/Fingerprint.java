package whom.mail.incoming;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import whom.mail.MailReader;
import whom.mail.mime.Headers;
import whom.mail.mime.MessageIds;
import whom.mail.mime.Part;

/**
 * By which the same letter is known again, on whatever ways it came: its id, sender, date and everything below its header.
 * A letter without an id is the same only when every byte is.
 */
final class Fingerprint {

    private Fingerprint() {}

    /** The same letter's hash, and the id it gives itself, or "". */
    record Print(byte[] hash, String mailId) {}

    static Print read(byte[] raw) {
        Part part = MailReader.part(raw);
        return new Print(hash(raw, part), MessageIds.first(part.headers(), "Message-ID").map(Plain::id).orElse(""));
    }

    private static byte[] hash(byte[] raw, Part part) {
        Headers headers = part.headers();
        MessageDigest digest = sha256();
        MessageIds.first(headers, "Message-ID").ifPresentOrElse(id -> {
            digest.update((id + "\n" + headers.text("From") + "\n" + headers.text("Date") + "\n" + headers.text("Subject") + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(raw, part.body().from(), part.body().to() - part.body().from());
        }, () -> digest.update(raw));
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
