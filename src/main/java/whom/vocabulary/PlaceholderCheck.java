package whom.vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the placeholders in what an administrator wrote (macros, articles, templates) before it is saved (V4). */
public final class PlaceholderCheck {

    private PlaceholderCheck() {}

    /**
     * What is wrong, in the order of the text; empty when all is well.
     *
     * @param values what else may stand in braces here: {@code ticket.number}
     */
    public static List<Fault> check(String written, Set<String> values) {
        Map<String, String> known = new HashMap<>();
        values.forEach(name -> known.put(name, ""));
        return MessageCompiler.compile(written, known).faults();
    }

    /** The same for whoever wrote it: which placeholder, and what would be right. */
    public static List<String> explain(String written, Set<String> values, Words words) {
        return check(written, values).stream().map(fault -> sentence(fault, words)).toList();
    }

    private static String sentence(Fault fault, Words words) {
        return switch (fault.kind()) {
            case UNKNOWN -> fault.better() == null
                    ? words.say("vocabulary.fault.unknown", fault.found())
                    : words.say("vocabulary.fault.unknown.better", fault.found(), fault.better());
            case UNCLOSED -> words.say("vocabulary.fault.unclosed", fault.start() + 1);
            case UNOPENED -> words.say("vocabulary.fault.unopened", fault.start() + 1);
            case DEPTH -> words.say("vocabulary.fault.unknown", fault.found());
            case LENGTH -> words.say("vocabulary.fault.length", MessageCompiler.LONGEST);
        };
    }
}
