package whom.vocabulary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every message of every module, compiled, by language. A text that cannot be read stops the start: it is a bug. */
final class Texts {

    private final Map<Language, Map<String, Message>> messages = new EnumMap<>(Language.class);

    Texts(Map<Language, Map<String, String>> sources) {
        List<String> wrong = new ArrayList<>();
        for (Language language : Language.values()) {
            Map<String, Message> compiled = new HashMap<>();
            sources.getOrDefault(language, Map.of()).forEach((key, text) -> compiled.put(key, compile(language.tag() + " " + key, text, wrong)));
            messages.put(language, compiled);
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("Texts that cannot be read:\n  " + String.join("\n  ", wrong));
        }
    }

    private static Message compile(String where, String text, List<String> wrong) {
        MessageCompiler.Compiled compiled = MessageCompiler.compile(text);
        for (Fault fault : compiled.faults()) {
            wrong.add(where + ": " + fault);
        }
        return compiled.message();
    }

    static Texts shipped() {
        Map<Language, Map<String, String>> sources = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Map<String, String> all = new HashMap<>();
            Resources.all("words/*." + language.tag() + ".properties").values().forEach(all::putAll);
            sources.put(language, all);
        }
        return new Texts(sources);
    }

    /** All messages with this lexicon's words in place; what a language lacks is said in English sentences with its terms in English. */
    Map<String, Message> bind(Lexicon lexicon, Lexicon english) {
        Map<String, Message> bound = new HashMap<>();
        messages.get(Language.EN).forEach((key, message) -> bound.put(key, message.bind(english)));
        messages.get(lexicon.language()).forEach((key, message) -> bound.put(key, message.bind(lexicon)));
        return Map.copyOf(bound);
    }
}
