package whom.setup;

import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import whom.access.Passwords;
import whom.kernel.Refused;
import whom.vocabulary.Vocabularies;

/** What may be answered. */
@Component
class Answers {

    private static final int LONGEST = 100;
    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+");

    private final Passwords passwords;
    private final Vocabularies vocabularies;

    Answers(Passwords passwords, Vocabularies vocabularies) {
        this.passwords = passwords;
        this.vocabularies = vocabularies;
    }

    /** What is kept of an answer. @throws Refused when it is none */
    String sound(String name, Map<String, String> typed) {
        String text = typed.getOrDefault(name, "");
        return switch (name) {
            case "password" -> passwords.hash(name, text);
            case "address" -> address(text.strip());
            case "vocabulary" -> vocabularies.six().stream().map(each -> each.key()).filter(text::equals).findFirst().orElseThrow(() -> new Refused(name, "setup.refused.vocabulary"));
            case "member" -> switch (text) {
                case "yes", "no" -> text;
                default -> throw new Refused(name, "setup.refused.member");
            };
            default -> name(name, text.strip());
        };
    }

    private static String name(String field, String text) {
        if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new Refused(field, "setup.refused." + field, LONGEST);
        }
        return text;
    }

    private static String address(String text) {
        if (text.length() > LONGEST_ADDRESS || !ADDRESS.matcher(text).matches() || text.chars().anyMatch(Character::isISOControl)) {
            throw new Refused("address", "setup.refused.address");
        }
        return text;
    }
}
