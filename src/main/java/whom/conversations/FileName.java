package whom.conversations;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Any name that somebody gave a file, made safe to show, to put into a header and to save on any system. */
public final class FileName {

    private static final int LONGEST = 120;
    /** Control and format characters, among them those that turn the direction of writing and so hide an ending. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private FileName() {}

    public static String safe(String given) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC).replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1);
        name = UNSEEN.matcher(name).replaceAll("");
        name = FORBIDDEN.matcher(name).replaceAll("_").replaceAll("\\s+", " ").strip();
        name = name.replaceAll("^\\.+", "").replaceAll("[. ]+$", "").strip();
        name = shortened(name);
        return name.isEmpty() ? "file" : DEVICE.matcher(name).matches() ? "_" + name : name;
    }

    /** The ending says what it is, so the middle goes. */
    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        int[] kept = name.codePoints().limit(LONGEST - ending.length()).toArray();
        return new String(kept, 0, kept.length).strip() + ending;
    }
}
