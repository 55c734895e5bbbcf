package whom.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Texts as they stand in the files, without a vocabulary: a stand-in until the vocabulary is there. */
record PlainWords(Locale locale, Properties texts) implements Wording {

    private static final Map<String, Properties> READ = new ConcurrentHashMap<>();

    static PlainWords in(String language) {
        return new PlainWords(Locale.forLanguageTag(language), READ.computeIfAbsent(language, PlainWords::read));
    }

    private static Properties read(String language) {
        Properties texts = new Properties();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:/words/*." + language + ".properties")) {
                texts.load(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    @Override
    public String say(String key, Object... arguments) {
        String text = texts.getProperty(key, "[" + key + "]");
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }
}
