package whom.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import whom.kernel.Arguments;
import whom.kernel.Command;
import whom.kernel.WrongUse;

/** {@code ./whom mail parse}: files in, one JSON a message out. Needs neither server nor database. */
public final class MailParseCommand implements Command {

    @Override
    public String name() {
        return "mail parse";
    }

    @Override
    public String arguments() {
        return "PATH… --out DIR";
    }

    @Override
    public String summary() {
        return "Reads messages from files and writes what was understood, one JSON a message.";
    }

    @Override
    public String details() {
        return """
                PATH      a message, or a folder whose *.eml files are read
                --out DIR where NAME.json is written for each NAME.eml; made where it is missing""";
    }

    @Override
    public int run(Arguments arguments) throws IOException {
        arguments.only("out");
        Path out = Path.of(arguments.required("out"));
        arguments.word(0, "PATH");
        List<Path> files = files(arguments.words());
        Files.createDirectories(out);
        for (Path file : files) {
            Files.write(out.resolve(outputName(file)), MessageJson.write(MailReader.read(Files.readAllBytes(file))));
        }
        System.out.println(files.size() + (files.size() == 1 ? " message" : " messages") + " read into " + out);
        return 0;
    }

    private static String outputName(Path file) {
        return file.getFileName().toString().replaceFirst("\\.eml$", "") + ".json";
    }

    private static List<Path> files(List<String> paths) throws IOException {
        var files = new ArrayList<Path>();
        for (String word : paths) {
            Path path = Path.of(word);
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    inside.filter(p -> p.toString().endsWith(".eml")).sorted().forEach(files::add);
                }
            } else if (Files.isRegularFile(path)) {
                files.add(path);
            } else {
                throw new WrongUse("There is no file or folder " + word + ".");
            }
        }
        return files;
    }
}
