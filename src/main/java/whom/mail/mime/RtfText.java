package whom.mail.mime;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.Set;

/** The words of an RTF document, or of the HTML that Outlook hides in one; good enough where there is no other body. */
final class RtfText {

    private static final Set<String> UNSEEN = Set.of("fonttbl", "colortbl", "stylesheet", "info", "pict", "generator", "htmltag", "themedata", "listtable", "xmlnstbl");
    private static final int DEEPEST = 200;

    private final String rtf;
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream escaped = new ByteArrayOutputStream();
    private final boolean[] unseen = new boolean[DEEPEST + 1];
    private String codePage = "windows-1252";
    private int depth;
    private int at;

    private RtfText(String rtf) {
        this.rtf = rtf;
    }

    static String of(byte[] bytes) {
        return new RtfText(Octets.of(bytes).latin1()).read();
    }

    private String read() {
        while (at < rtf.length()) {
            char c = rtf.charAt(at++);
            switch (c) {
                case '{' -> {
                    depth = Math.min(DEEPEST, depth + 1);
                    unseen[depth] = unseen[depth - 1];
                }
                case '}' -> depth = Math.max(0, depth - 1);
                case '\\' -> control();
                case '\r', '\n' -> { }
                default -> write(String.valueOf(c));
            }
        }
        flush();
        return out.toString().strip();
    }

    private void control() {
        if (at >= rtf.length()) {
            return;
        }
        char c = rtf.charAt(at++);
        if (c == '\'' && at + 2 <= rtf.length()) {
            int high = Character.digit(rtf.charAt(at), 16);
            int low = Character.digit(rtf.charAt(at + 1), 16);
            if (high >= 0 && low >= 0 && !unseen[depth]) {
                escaped.write(high * 16 + low);
            }
            at += 2;
        } else if (c == '*') {
            unseen[depth] = true;
        } else if (c >= 'a' && c <= 'z') {
            int start = at - 1;
            while (at < rtf.length() && rtf.charAt(at) >= 'a' && rtf.charAt(at) <= 'z') {
                at++;
            }
            word(rtf.substring(start, at), number());
        } else if (c == '\\' || c == '{' || c == '}') {
            write(String.valueOf(c));
        } else if (c == '~') {
            write(" ");
        }
    }

    private int number() {
        int start = at;
        while (at < rtf.length() && at - start < 8 && (Character.isDigit(rtf.charAt(at)) || at == start && rtf.charAt(at) == '-')) {
            at++;
        }
        String digits = rtf.substring(start, at);
        if (at < rtf.length() && rtf.charAt(at) == ' ') {
            at++;
        }
        return digits.isEmpty() || digits.equals("-") ? 0 : Integer.parseInt(digits);
    }

    private void word(String word, int number) {
        switch (word) {
            case "par", "line", "row" -> write("\n");
            case "tab", "cell" -> write("\t");
            case "ansicpg" -> codePage = "windows-" + number;
            case "u" -> {
                write(String.valueOf((char) number));
                if (at < rtf.length() && rtf.charAt(at) == '?') {
                    at++;
                }
            }
            default -> unseen[depth] |= UNSEEN.contains(word);
        }
    }

    private void write(String text) {
        flush();
        if (!unseen[depth]) {
            out.append(text);
        }
    }

    private void flush() {
        if (escaped.size() > 0) {
            out.append(Charsets.decode(escaped.toByteArray(), Optional.of(codePage)));
            escaped.reset();
        }
    }
}
