package whom.standings.files;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import whom.standings.Facts;
import whom.standings.Question;
import whom.standings.Standing;

/** Reads a list of questions about an organisation. */
public final class QuestionsFile {

    private QuestionsFile() {}

    /** @throws BadFile when it cannot be read, is not of this form, or asks about whom or what the facts do not know */
    public static List<Question> read(Path file, Facts about) {
        var questions = new ArrayList<Question>();
        JsonFile.list(file, entry -> questions.add(question(entry, about)));
        return questions;
    }

    private static Question question(Entry e, Facts about) {
        LocalDate at = e.date("at");
        return switch (e.text("q")) {
            case "who" -> new Question.Who(person(e, about), service(e, about), at);
            case "whom" -> new Question.Whom(service(e, about), standing(e), at);
            case "pays" -> new Question.Pays(person(e, about), service(e, about), at);
            case "agreement" -> new Question.AgreementOf(person(e, about), service(e, about), at);
            case "chain" -> new Question.ChainOf(person(e, about), service(e, about), at);
            case "readers" -> new Question.ReadersOf(ticket(e, about), at);
            default -> throw e.bad("q", "is none of who, whom, pays, agreement, chain, readers: \"" + e.text("q") + "\"");
        };
    }

    private static String person(Entry e, Facts about) {
        return known(e, "person", about.knows(e.text("person")));
    }

    private static String service(Entry e, Facts about) {
        return known(e, "service", !about.upward(e.text("service")).isEmpty());
    }

    private static String ticket(Entry e, Facts about) {
        return known(e, "ticket", about.ticket(e.text("ticket")).isPresent());
    }

    private static String known(Entry e, String key, boolean known) {
        if (!known) {
            throw e.bad(key, "the organisation has no " + key + " \"" + e.text(key) + "\"");
        }
        return e.text(key);
    }

    private static Standing standing(Entry e) {
        String key = e.text("standing");
        return Arrays.stream(Standing.values()).filter(standing -> standing.key().equals(key)).findFirst()
                .orElseThrow(() -> e.bad("standing", "is none of " + keys() + ": \"" + key + "\""));
    }

    private static String keys() {
        return Arrays.stream(Standing.values()).map(Standing::key).collect(Collectors.joining(", "));
    }
}
