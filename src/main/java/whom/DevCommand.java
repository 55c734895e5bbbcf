package whom;

import java.nio.file.Files;
import java.nio.file.Path;
import whom.kernel.Arguments;
import whom.kernel.Command;
import whom.kernel.WrongUse;

/** {@code ./whom dev}: the demonstration, with templates, styles and scripts as they are in the sources at each moment. */
final class DevCommand implements Command {

    private final RunCommand run = new RunCommand();

    @Override
    public String name() {
        return "dev";
    }

    @Override
    public String arguments() {
        return "[--port N] [--data DIR]";
    }

    @Override
    public String summary() {
        return "For developers: runs the demonstration; a changed template, style or script is there on the next page.";
    }

    @Override
    public String details() {
        return """

                  --port N    the port to listen on; 8080 unless said otherwise
                  --data DIR  the folder of the demonstration

                Changes of Java and of words want a new start.
                """;
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        if (!Files.isDirectory(Path.of("src/main/jte"))) {
            throw new WrongUse("dev wants the sources: there is no src/main/jte here.");
        }
        System.setProperty("whom.dev", "true");
        return run.run(arguments.with("demo"));
    }
}
