package whom.mail.mime;

import java.util.Optional;

/** A file name that names nothing but a file: no folder, no control character, no mere dots. */
public final class FileNames {

    private static final int LONGEST = 255;

    private FileNames() {}

    public static Optional<String> safe(String given) {
        String name = given.replaceAll("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", "").strip();
        name = name.replaceAll("[/\\\\]+$", "");
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
        if (name.replaceAll("[. ]", "").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(name.length() <= LONGEST ? name : shorten(name));
    }

    /** Keeps the ending, by which the file is opened. */
    private static String shorten(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        return name.substring(0, LONGEST - ending.length()) + ending;
    }
}
