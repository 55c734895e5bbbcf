package whom.mail.outgoing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its receiver will read it, before it becomes bytes.
 *
 * @param from the name beside our address, and that address: the desk's or a queue's
 * @param replyTo where answers go, or null for our own address
 * @param stop the link by which its receiver stops such mails, or null where they may not
 * @param before the ids of the mails before it, the latest first
 */
record Letter(String to, From from, @Nullable String replyTo, @Nullable String stop, String subject, String text, String language, String id, List<String> before, boolean automatic, boolean answers, List<File> files) {

    record From(String name, String address) {}

    record File(String name, String type, byte[] bytes) {}
}
