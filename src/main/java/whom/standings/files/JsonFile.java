package whom.standings.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a JSON file, packed with gzip or not, one element of its lists after the other: a large one needs little memory. */
final class JsonFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // an element is read, and the list goes on
            .build();

    private interface Reading {
        void from(JsonParser parser);
    }

    private JsonFile() {}

    /** The file is one list. */
    static void list(Path file, Consumer<Entry> each) {
        read(file, parser -> {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new BadFile("is not a JSON list, [ … ].");
            }
            elements(parser, "", each);
            end(parser);
        });
    }

    /** The file is an object that holds lists; lists of other names are passed over, and null is an empty list. */
    static void lists(Path file, Set<String> known, BiConsumer<String, Entry> each) {
        read(file, parser -> {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BadFile("is not a JSON object, { … }.");
            }
            boolean any = false;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (!known.contains(name)) {
                    parser.skipChildren();
                } else if (value == JsonToken.START_ARRAY) {
                    any = true;
                    elements(parser, name, entry -> each.accept(name, entry));
                } else if (value != JsonToken.VALUE_NULL) {
                    throw new BadFile("line " + line(parser) + ", " + name + ": is not a list, [ … ].");
                }
            }
            if (!any) {
                throw new BadFile("holds none of the lists of an organisation, such as \"units\" or \"people\".");
            }
            end(parser);
        });
    }

    private static void elements(JsonParser parser, String name, Consumer<Entry> each) {
        for (int n = 0; parser.nextToken() != JsonToken.END_ARRAY; n++) {
            int line = line(parser);
            JsonNode element = MAPPER.readTree(parser);
            each.accept(Entry.of(element, name, n, line));
        }
    }

    private static void end(JsonParser parser) {
        if (parser.nextToken() != null) {
            throw new BadFile("line " + line(parser) + ": something follows after the end.");
        }
    }

    private static void read(Path file, Reading reading) {
        try (InputStream in = open(file); JsonParser parser = MAPPER.createParser(in)) {
            reading.from(parser);
        } catch (BadFile e) {
            throw e.in(file);
        } catch (JacksonException e) {
            var at = e.getLocation();
            String place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
            throw new BadFile(place + "is not well-formed JSON: " + e.getOriginalMessage()).in(file);
        } catch (NoSuchFileException e) {
            throw new BadFile("there is no such file.").in(file);
        } catch (IOException e) {
            throw new BadFile("cannot be read: " + (Files.isDirectory(file) ? "it is a folder." : e.getMessage())).in(file);
        }
    }

    private static InputStream open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return packed ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
