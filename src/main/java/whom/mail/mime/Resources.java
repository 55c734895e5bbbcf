package whom.mail.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Tables that lie beside the classes: one entry a line, {@code #} begins a comment line. */
public final class Resources {

    private Resources() {}

    public static List<String> lines(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The build lacks " + name + " beside " + beside.getName());
            }
            return new String(in.readAllBytes(), UTF_8).lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
