package whom.mail.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import whom.vocabulary.Language;

/** The texts that come with the product: {@code letters/answer.en.txt}, a letter each, the foot below its line. */
final class Delivered {

    private static final String SUBJECT = "Subject: ";
    private static final String LINE = "\n-- \n";
    private static final Map<String, Wording> READ = new ConcurrentHashMap<>();

    private Delivered() {}

    /** The same inside and outside: what differs are the words for people and things. */
    static Wording of(Occasion occasion, Language language) {
        return READ.computeIfAbsent(occasion.key() + "." + language.tag(), Delivered::read);
    }

    private static Wording read(String name) {
        try (InputStream file = Objects.requireNonNull(Delivered.class.getResourceAsStream("/letters/" + name + ".txt"), name)) {
            String letter = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            int subject = letter.indexOf('\n');
            int foot = letter.lastIndexOf(LINE);
            return new Wording(letter.substring(SUBJECT.length(), subject), letter.substring(subject, foot).strip(), letter.substring(foot + LINE.length()).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
