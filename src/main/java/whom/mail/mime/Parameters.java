package whom.mail.mime;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parameters of a structured field, RFC 2045 and 2231: continued ({@code name*0}), encoded ({@code name*}), both, or
 * written in one of the ways that are common without being allowed (see {@link ParameterScanner}). Values are raw, one byte a
 * character, until asked for.
 */
public record Parameters(Map<String, String> raw) {

    static final Parameters NONE = new Parameters(Map.of());
    private static final int MOST_SEGMENTS = 500;

    static Parameters parse(String value) {
        return new Parameters(ParameterScanner.scan(value));
    }

    /** The disposition itself comes first; some leave it out. */
    static Parameters ofDisposition(String value) {
        int semicolon = value.indexOf(';');
        int equals = value.indexOf('=');
        boolean named = equals >= 0 && (semicolon < 0 || equals < semicolon);
        return named ? parse(value) : semicolon < 0 ? NONE : parse(value.substring(semicolon));
    }

    /** The value in Unicode; the RFC 2231 forms win over the plain one. */
    public Optional<String> text(String name) {
        return extended(name).or(() -> continued(name)).or(() -> Optional.ofNullable(raw.get(name)).map(HeaderWords::decode))
                .filter(v -> !v.isBlank());
    }

    private Optional<String> extended(String name) {
        return Optional.ofNullable(raw.get(name + "*")).map(v -> decode(new TreeMap<>(Map.of(0, new Segment(v, true)))));
    }

    private Optional<String> continued(String name) {
        var segments = new TreeMap<Integer, Segment>();
        raw.forEach((key, value) -> {
            if (key.startsWith(name + "*") && segments.size() < MOST_SEGMENTS) {
                boolean encoded = key.endsWith("*");
                String index = key.substring(name.length() + 1, key.length() - (encoded ? 1 : 0));
                if (index.matches("\\d{1,4}")) {
                    segments.put(Integer.valueOf(index), new Segment(value, encoded));
                }
            }
        });
        return segments.isEmpty() ? Optional.empty() : Optional.of(decode(segments));
    }

    private record Segment(String value, boolean encoded) {}

    /** Bytes first, charset after: a character may be split between two segments. */
    private static String decode(TreeMap<Integer, Segment> segments) {
        String charset = null;
        boolean anyEncoded = false;
        var bytes = new ByteArrayOutputStream();
        for (var entry : segments.entrySet()) {
            String value = entry.getValue().value();
            if (entry.getValue().encoded()) {
                if (!anyEncoded && charset == null) {
                    int first = value.indexOf('\'');
                    int second = first < 0 ? -1 : value.indexOf('\'', first + 1);
                    if (second > 0) {
                        charset = value.substring(0, first);
                        value = value.substring(second + 1);
                    }
                }
                anyEncoded = true;
                percentDecode(value, bytes);
            } else {
                bytes.writeBytes(Octets.of(value).copy());
            }
        }
        if (!anyEncoded) {
            return HeaderWords.decode(Octets.of(bytes.toByteArray()).latin1());
        }
        String text = Charsets.decode(bytes.toByteArray(), Optional.ofNullable(charset).filter(c -> !c.isEmpty()));
        return text.contains("=?") ? HeaderWords.decodeUnicode(text) : text;
    }

    private static void percentDecode(String value, ByteArrayOutputStream out) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int high = c == '%' && i + 2 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(value.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(c);
            }
        }
    }
}
