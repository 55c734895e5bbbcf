package whom.api;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which state of a thing the asker has seen, as If-Match says it. Take it as a parameter of the endpoint. An ETag is the thing's
 * version and what stood in the answer: {@code "7-1a2b3c4d"}. Only the version is compared before a change, so that what does not
 * concern it, such as a new message, holds nobody up.
 *
 * @param version null when it does not matter
 */
public record Seen(@Nullable Integer version) {

    /** Nothing was ever of this version. */
    private static final int NONE = -1;

    /** For the ETag of an answer. */
    public static String tag(int version, Object answer) {
        return "\"" + version + "-" + Integer.toHexString(answer.hashCode()) + "\"";
    }

    /** Of several, the newest counts: versions only grow. */
    static Seen read(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return new Seen(null);
        }
        return new Seen(Arrays.stream(header.split(",", 20)).mapToInt(Seen::versionOf).max().orElse(NONE));
    }

    /** Proxies that pack answers make tags weak; the version in them is as good. */
    private static int versionOf(String tag) {
        String inner = tag.strip().replaceFirst("^W/", "");
        return inner.matches("\"\\d{1,9}(-[0-9a-f]{1,8})?\"") ? Integer.parseInt(inner.substring(1).split("[-\"]")[0]) : NONE;
    }
}
