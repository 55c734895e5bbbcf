package whom.mail.outgoing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its receiver will read it, before it becomes bytes.
 *
 * @param from the name beside our address
 * @param replyTo where answers go, or null for our own address
 * @param before the ids of the mails before it, the latest first
 */
record Letter(String to, String from, @Nullable String replyTo, String subject, String text, String language, String id, List<String> before, boolean automatic, boolean answers, List<File> files) {

    record File(String name, String type, byte[] bytes) {}
}
