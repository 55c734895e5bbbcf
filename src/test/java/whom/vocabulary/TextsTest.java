package whom.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds for the texts of every module. */
class TextsTest {

    private static final Path WORDS = Path.of("src/main/resources/words");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    @Test
    void every_text_can_be_read() {
        Texts.shipped();
    }

    @Test
    void every_key_is_there_in_every_language_once_and_begins_with_its_module() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path english : files(Language.EN)) {
            String module = english.getFileName().toString().replace(".en.properties", "");
            Set<String> first = keys(english, wrong);
            for (Language language : Language.values()) {
                Path file = english.resolveSibling(module + "." + language.tag() + ".properties");
                Set<String> others = Files.exists(file) ? keys(file, wrong) : Set.of();
                first.stream().filter(k -> !others.contains(k)).forEach(k -> wrong.add(file.getFileName() + " lacks " + k));
                others.stream().filter(k -> !first.contains(k)).forEach(k -> wrong.add(english.getFileName() + " lacks " + k));
                others.stream().filter(k -> !k.startsWith(module + ".")).forEach(k -> wrong.add(k + " does not begin with " + module + "."));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_translation_has_the_same_arguments() throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, String> english = all(Language.EN);
        for (Language language : Language.values()) {
            all(language).forEach((key, text) -> {
                if (!arguments(text).equals(arguments(english.getOrDefault(key, text)))) {
                    wrong.add(language.tag() + " " + key + " has " + arguments(text) + ", English " + arguments(english.get(key)));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_translation_names_the_same_facts() throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, String> english = all(Language.EN);
        for (Language language : Language.values()) {
            all(language).forEach((key, text) -> {
                if (english.containsKey(key) && !facts(text).equals(facts(english.get(key)))) {
                    wrong.add(language.tag() + " " + key + " names " + facts(text) + ", English " + facts(english.get(key)));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_key_that_code_or_a_page_says_exists() throws IOException {
        Pattern said = Pattern.compile("\\.say\\(\\s*\"([a-z][a-zA-Z0-9_.-]*)\"\\s*[,)]");
        Set<String> known = all(Language.EN).keySet();
        List<String> wrong = new ArrayList<>();
        for (Path root : List.of(Path.of("src/main/java"), Path.of("src/main/jte"))) {
            for (Path file : files(root, Stream.of(".java", ".jte"))) {
                Matcher key = said.matcher(Files.readString(file));
                while (key.find()) {
                    if (!known.contains(key.group(1))) {
                        wrong.add(file + " says " + key.group(1) + ", which no words/*.en.properties has");
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        ARGUMENT.matcher(text).results().forEach(r -> found.add(r.group(1)));
        return found;
    }

    private static Set<Fact> facts(String text) {
        Set<Fact> found = new TreeSet<>();
        collect(MessageCompiler.compile(text).message(), found);
        return found;
    }

    private static void collect(Message message, Set<Fact> found) {
        switch (message) {
            case Message.Noun noun -> found.add(noun.placeholder().fact());
            case Message.Sequence sequence -> sequence.parts().forEach(part -> collect(part, found));
            case Message.Choice choice -> Stream.of(choice.none(), choice.one(), choice.several()).forEach(part -> collect(part, found));
            case Message.Text text -> { }
            case Message.Argument argument -> { }
        }
    }

    /** Of the product; tests may have texts of their own. */
    private static Map<String, String> all(Language language) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (Path file : files(language)) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            properties.forEach((key, text) -> all.put((String) key, (String) text));
        }
        return all;
    }

    private static Set<String> keys(Path file, List<String> wrong) throws IOException {
        Set<String> keys = new HashSet<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.stripLeading().startsWith("#") || Character.isWhitespace(line.charAt(0))) {
                continue;
            }
            String key = line.split("[=:\\s]", 2)[0];
            if (!keys.add(key)) {
                wrong.add(file.getFileName() + " has " + key + " twice");
            }
        }
        return keys;
    }

    private static List<Path> files(Language language) throws IOException {
        return files(WORDS, Stream.of("." + language.tag() + ".properties"));
    }

    private static List<Path> files(Path root, Stream<String> endings) throws IOException {
        List<String> wanted = endings.toList();
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).filter(f -> wanted.stream().anyMatch(e -> f.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(e))).sorted().toList();
        }
    }
}
