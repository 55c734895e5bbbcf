package whom.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed after a command: positional words, {@code --name value} options and {@code --name} switches.
 * {@code --name=value} is understood too, and {@code --} ends the options.
 */
public final class Arguments {

    /** Options that stand alone; every other option takes the next word as its value. */
    private static final Set<String> SWITCHES = Set.of("demo", "json", "help", "version", "yes", "no-aot", "quiet", "raw", "new", "check");

    private final List<String> words = new ArrayList<>();
    private final Map<String, String> options = new LinkedHashMap<>();

    private Arguments() {}

    /** @throws WrongUse when an option that takes a value has none, or is given twice */
    public static Arguments parse(List<String> typed) {
        var parsed = new Arguments();
        for (int i = 0; i < typed.size(); i++) {
            String word = typed.get(i);
            if (word.equals("--")) {
                parsed.words.addAll(typed.subList(i + 1, typed.size()));
                break;
            }
            if (!word.startsWith("--")) {
                parsed.words.add(word);
            } else if (word.contains("=")) {
                int equals = word.indexOf('=');
                parsed.put(word.substring(2, equals), word.substring(equals + 1));
            } else if (SWITCHES.contains(word.substring(2))) {
                parsed.put(word.substring(2), "");
            } else if (i + 1 < typed.size()) {
                parsed.put(word.substring(2), typed.get(++i));
            } else {
                throw new WrongUse(word + " needs a value after it.");
            }
        }
        return parsed;
    }

    private void put(String name, String value) {
        if (options.putIfAbsent(name, value) != null) {
            throw new WrongUse("--" + name + " is given twice; give it once.");
        }
    }

    /** The same with a switch that a command sets by itself. */
    public Arguments with(String name) {
        var more = new Arguments();
        more.words.addAll(words);
        more.options.putAll(options);
        more.options.putIfAbsent(name, "");
        return more;
    }

    public List<String> words() {
        return List.copyOf(words);
    }

    public boolean has(String name) {
        return options.containsKey(name);
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** @throws WrongUse when it is not given */
    public String required(String name) {
        return option(name).orElseThrow(() -> new WrongUse("--" + name + " is missing."));
    }

    /** The n-th positional word, counted from 0. @throws WrongUse naming {@code what} when it is not given */
    public String word(int n, String what) {
        if (n >= words.size()) {
            throw new WrongUse(what + " is missing.");
        }
        return words.get(n);
    }

    /** A whole number. @throws WrongUse when it is none */
    public int number(String name, int otherwise) {
        try {
            return option(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new WrongUse("--" + name + " takes a whole number, not \"" + options.get(name) + "\".");
        }
    }

    /** @throws WrongUse when something was given that is not among {@code names} */
    public void only(String... names) {
        for (String given : options.keySet()) {
            if (!Set.of(names).contains(given) && !given.equals("help")) {
                throw new WrongUse("There is no option --" + given + " here. Known: --" + String.join(", --", names) + ".");
            }
        }
    }
}
