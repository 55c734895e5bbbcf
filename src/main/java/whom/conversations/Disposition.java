package whom.conversations;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** How a browser is told a file's name (RFC 6266): as it is for those who know RFC 8187, which is all, and in plain letters for what is older. */
final class Disposition {

    private static final String PLAIN = "!#$&+-.^_`|~";

    private Disposition() {}

    static String of(boolean shown, String name) {
        return (shown ? "inline" : "attachment") + "; filename=\"" + plain(name) + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("[^ -~]|[\"\\\\%;]", "_");
    }

    private static String encoded(String name) {
        var encoded = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            char sign = (char) (each & 0xFF);
            boolean letter = sign >= '0' && sign <= '9' || sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z';
            encoded.append(letter || PLAIN.indexOf(sign) >= 0 ? String.valueOf(sign) : "%%%02X".formatted((int) sign));
        }
        return encoded.toString();
    }
}
