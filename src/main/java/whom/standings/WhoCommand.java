package whom.standings;

import java.nio.file.Path;
import java.util.List;
import whom.kernel.Arguments;
import whom.kernel.Command;
import whom.kernel.WrongUse;
import whom.standings.files.Answers;
import whom.standings.files.OrganisationFile;
import whom.standings.files.QuestionsFile;

/** {@code ./whom who --organisation}: answers questions about standings from files alone. */
public final class WhoCommand implements Command {

    @Override
    public String name() {
        return "who";
    }

    @Override
    public String arguments() {
        return "--organisation FILE --queries FILE --out FILE";
    }

    @Override
    public String summary() {
        return "Says who stands where to a service, and by which facts.";
    }

    @Override
    public String details() {
        return """

                --organisation FILE  the facts, as JSON
                --queries FILE       the questions, a JSON list
                --out FILE           where the answers go; written whole or not at all

                docs/standings.md describes the files and the rules. Files packed with gzip are read too.""";
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        arguments.only("organisation", "queries", "out");
        if (!arguments.words().isEmpty()) {
            throw new WrongUse("With --organisation the questions come from --queries, not from \"" + arguments.words().getFirst() + "\".");
        }
        Path organisation = Path.of(arguments.required("organisation"));
        Path queries = Path.of(arguments.required("queries"));
        Path out = Path.of(arguments.required("out"));

        var facts = new Organisation(OrganisationFile.read(organisation));
        List<Question> questions = QuestionsFile.read(queries, facts);
        new Answers(new Resolver(facts)).write(questions, out);
        return 0;
    }
}
