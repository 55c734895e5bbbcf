package whom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import whom.kernel.Arguments;
import whom.kernel.Command;
import whom.kernel.WrongUse;

/** {@code ./whom format}: what no two people should have to talk about. */
final class FormatCommand implements Command {

    private static final Set<String> TEXTS = Set.of("java", "jte", "sql", "properties", "css", "js", "md", "xml", "yaml", "yml");
    private static final Set<String> APART = Set.of("target", ".git", "mail"); // what was captured stays as it came

    private final Path sources;

    FormatCommand() {
        this(Sources.folder());
    }

    FormatCommand(Path sources) {
        this.sources = sources;
    }

    @Override
    public String name() {
        return "format";
    }

    @Override
    public String arguments() {
        return "[--check] [FILE…]";
    }

    @Override
    public String summary() {
        return "For developers: puts imports in order, and takes away white space that nobody sees.";
    }

    @Override
    public String details() {
        return """

                  --check  changes nothing; says which files would change, with status 1 if there are any

                All sources, or the files that are named.
                """;
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        arguments.only("check");
        if (arguments.words().isEmpty() && !Files.isRegularFile(sources.resolve("pom.xml"))) {
            throw new WrongUse("format wants the sources: there is no pom.xml here.");
        }
        int changed = 0;
        for (Path file : arguments.words().isEmpty() ? texts() : arguments.words().stream().map(Path::of).toList()) {
            changed += format(file, arguments.has("check")) ? 1 : 0;
        }
        return arguments.has("check") && changed > 0 ? 1 : 0;
    }

    private static boolean format(Path file, boolean check) throws IOException {
        String before = Files.readString(file);
        String after = SourceText.tidy(before, file.toString().endsWith(".java"), !file.toString().endsWith(".md"));
        if (before.equals(after)) {
            return false;
        }
        if (!check) {
            Files.writeString(file, after);
        }
        System.out.println(file);
        return true;
    }

    private List<Path> texts() throws IOException {
        try (Stream<Path> all = Files.walk(sources)) {
            return all.filter(Files::isRegularFile).filter(this::isOurs).sorted().toList();
        }
    }

    private boolean isOurs(Path file) {
        for (Path part : sources.relativize(file)) {
            if (APART.contains(part.toString()) && !part.equals(file.getFileName()) && !file.toString().endsWith(".java") && !file.toString().endsWith(".jte")) {
                return false;
            }
        }
        String name = file.getFileName().toString();
        return TEXTS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
