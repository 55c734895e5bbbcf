package whom;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a source file, tidied; the same again when tidied twice. */
final class SourceText {

    private static final Pattern IMPORTS = Pattern.compile("(?:^import [\\w.*\\s]+?;\n(?:[ \t]*\n)*)+", Pattern.MULTILINE);
    private static final Pattern IMPORT = Pattern.compile("^import (static )?([\\w.*]+);$", Pattern.MULTILINE);

    private SourceText() {}

    /** @param ends whether white space at the end of a line says nothing; in Markdown two spaces do */
    static String tidy(String text, boolean java, boolean ends) {
        String lines = text.replace("\r\n", "\n");
        if (ends) {
            lines = lines.replaceAll("(?m)[ \\t]+$", "");
        }
        String whole = lines.replaceAll("\\n+\\z", "") + "\n";
        return whole.equals("\n") ? "" : java ? imports(whole) : whole;
    }

    /** Static ones first, each by name, as every tool sorts them. */
    private static String imports(String text) {
        Matcher block = IMPORTS.matcher(text);
        if (!block.find()) {
            return text;
        }
        List<String> all = IMPORT.matcher(block.group()).results().map(m -> m.group()).distinct().sorted().toList();
        String statics = joined(all.stream().filter(i -> i.startsWith("import static ")));
        String others = joined(all.stream().filter(i -> !i.startsWith("import static ")));
        String sorted = Stream.of(statics, others).filter(s -> !s.isEmpty()).collect(Collectors.joining("\n")) + "\n";
        return text.substring(0, block.start()) + sorted + text.substring(block.end());
    }

    private static String joined(Stream<String> imports) {
        return imports.map(i -> i + "\n").collect(Collectors.joining());
    }
}
