package whom.agreements;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import whom.agreements.eval.VectorFile;
import whom.kernel.Arguments;
import whom.kernel.Command;
import whom.kernel.WrongUse;

/** {@code ./whom calendar eval}: answers a file of working-time vectors and ticket scenarios, from that file alone. */
public final class CalendarEval implements Command {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String name() {
        return "calendar eval";
    }

    @Override
    public String arguments() {
        return "FILE --out FILE";
    }

    @Override
    public String summary() {
        return "Answers a file of working-time vectors and agreement scenarios.";
    }

    @Override
    public String details() {
        return """
                FILE    JSON with "vectors" (a calendar, an operation) and "scenarios" (the events of a ticket, moments to read its clocks)
                --out   where the answers go: {"vectors": {ID: ANSWER}, "scenarios": {ID: [READING, …]}, "refused": {ID: WHY}}
                What has no answer (a calendar that never opens, opening at 25:00, a target of nothing) stands under "refused".""";
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        arguments.only("out");
        Path in = Path.of(arguments.word(0, "The FILE of vectors"));
        Path out = Path.of(arguments.required("out"));
        if (!Files.isReadable(in)) {
            throw new WrongUse("There is no readable file " + in + ".");
        }
        JsonNode asked = JSON.readTree(in.toFile());
        ObjectNode answers = new VectorFile(JSON).answer(asked);
        Files.writeString(out, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answers) + "\n");
        return 0;
    }
}
