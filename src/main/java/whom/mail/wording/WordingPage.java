package whom.mail.wording;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whom.web.Choice;

/** One text of a mail, to be changed, and how it reads. @param edition 0: never changed @param own whether it is another than the delivered one */
public record WordingPage(String key, String occasion, String language, String audience, int edition, boolean own, Wording wording, List<Hole> blanks, List<Edition> history,
                          List<Choice> vocabularies, String vocabulary, Reads reads) {

    public WordingPage {
        blanks = List.copyOf(blanks);
        history = List.copyOf(history);
        vocabularies = List.copyOf(vocabularies);
    }

    public String tab(String towards, String spoken) {
        return "/mail/texts/" + occasion + "-" + spoken + "-" + towards;
    }

    /** What may stand in the text. */
    public record Hole(String key, String written, boolean required, boolean inSubject) {}

    /** @param wording null: as delivered from then on */
    public record Edition(int number, @Nullable Wording wording, Instant at, String by) {}

    /** How it reads in a vocabulary. @param mistake what is wrong with it as it is typed, or "" */
    public record Reads(String from, String subject, String text, String foot, String language, String mistake) {}
}
