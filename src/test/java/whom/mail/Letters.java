package whom.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import whom.mail.mime.MimeReader;
import whom.mail.mime.Part;

/** Messages for tests, written as text blocks with the line ends of mail. */
public final class Letters {

    private Letters() {}

    public static byte[] bytes(String text) {
        return text.replace("\n", "\r\n").getBytes(UTF_8);
    }

    /** Each character below 256 becomes the byte of that number. */
    public static byte[] rawBytes(String latin1) {
        return latin1.replace("\n", "\r\n").getBytes(ISO_8859_1);
    }

    public static Part part(String text) {
        return MimeReader.read(bytes(text));
    }

    public static ReadMessage read(String text) {
        return MailReader.read(bytes(text));
    }
}
