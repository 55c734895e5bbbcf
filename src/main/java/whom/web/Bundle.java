package whom.web;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the modules that a script which does nothing else imports for their effect alone into one file, each in a block of its own: one
 * request rather than six. Modules that give something away, such as {@code keys.js}, stay files, so that there is one of each.
 */
final class Bundle {

    private static final Pattern EFFECT = Pattern.compile("^import \"\\./(\\w+\\.js)\";$", Pattern.MULTILINE);
    private static final Pattern NAMED = Pattern.compile("^import \\{[^}]*\\} from \"[^\"]*\";$", Pattern.MULTILINE);

    private Bundle() {}

    /** @param sources the text of a module by its file name */
    static String of(String entry, UnaryOperator<String> sources) {
        Set<String> imports = new LinkedHashSet<>();
        StringBuilder blocks = new StringBuilder();
        Matcher effect = EFFECT.matcher(sources.apply(entry));
        while (effect.find()) {
            String source = sources.apply(effect.group(1));
            if (Pattern.compile("^export ", Pattern.MULTILINE).matcher(source).find()) {
                imports.add(effect.group());
                continue;
            }
            NAMED.matcher(source).results().forEach(named -> imports.add(named.group()));
            blocks.append("{\n").append(NAMED.matcher(source).replaceAll("")).append("}\n");
        }
        return String.join("\n", imports) + "\n" + blocks;
    }
}
