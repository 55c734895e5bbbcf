package whom.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Everything under {@code static/}, read, shrunk and packed once at the start. All styles become one file; all files
 * share one build address, which changes whenever one of them does. For developers they are read anew on each page.
 */
@Component
class Assets {

    /** Scripts that consist of others. */
    private static final List<String> ENTRIES = List.of("whom.js", "compose.js");

    private final boolean dev;
    private final String place;
    private Map<String, Asset> files;
    private String build;

    Assets(@Value("${whom.dev:false}") boolean dev) {
        this.dev = dev;
        this.place = dev ? "file:src/main/resources/static/" : "classpath*:/static/";
        this.files = read();
        this.build = build(files);
    }

    /** The beginning of every asset's address, with a slash at its end. */
    String base() {
        if (dev) {
            files = read();
            build = build(files);
        }
        return "/assets/" + build + "/";
    }

    boolean isCurrent(String build) {
        return this.build.equals(build);
    }

    @Nullable Asset find(String name) {
        return files.get(name);
    }

    private Map<String, Asset> read() {
        Map<String, Asset> files = new TreeMap<>();
        files.put("whom.css", Asset.of("whom.css", bytes(Shrink.css(styles()))));
        Map<String, String> scripts = new TreeMap<>();
        for (Resource script : matching(place + "js/*.js")) {
            scripts.put(script.getFilename(), text(script));
        }
        for (String entry : ENTRIES) {
            scripts.put(entry, Bundle.of(entry, scripts::get));
        }
        scripts.forEach((name, text) -> files.put("js/" + name, Asset.of(name, bytes(Shrink.script(text)))));
        files.put("htmx.js", Asset.of("htmx.js", content(matching("classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js")[0])));
        for (String folder : new String[] {"", "font/"}) {
            for (Resource file : matching(place + folder + "*.*")) {
                String name = folder + file.getFilename();
                files.put(name, Asset.of(name, content(file)));
            }
        }
        return files;
    }

    /** Tokens first, since they name the layers; within a layer the order of files says nothing. */
    private String styles() {
        return Arrays.stream(matching(place + "css/*.css"))
                .sorted(Comparator.comparing((Resource r) -> !"tokens.css".equals(r.getFilename())).thenComparing(r -> Objects.toString(r.getFilename())))
                .map(Assets::text).collect(Collectors.joining("\n"));
    }

    private static String build(Map<String, Asset> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, asset) -> {
                digest.update(bytes(name));
                digest.update(asset.bytes());
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Resource[] matching(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver(Assets.class.getClassLoader()).getResources(pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource file) {
        return new String(content(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
