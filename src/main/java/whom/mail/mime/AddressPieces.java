package whom.mail.mime;

import java.util.ArrayList;
import java.util.List;

/** Cuts a list at its commas and semicolons, except within quotes, comments, angle brackets, literals and encoded words. */
final class AddressPieces {

    private AddressPieces() {}

    static List<String> split(String list) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        boolean quoted = false;
        boolean angled = false;
        int comments = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == '\\' && (quoted || comments > 0) && i + 1 < list.length()) {
                piece.append(c).append(list.charAt(++i));
                continue;
            }
            int word = c == '=' && !quoted && comments == 0 ? encodedWordEnd(list, i) : -1;
            if (word > 0) {
                piece.append(list, i, word);
                i = word - 1;
                continue;
            }
            if (c == '"' && comments == 0) {
                quoted = !quoted && list.indexOf('"', i + 1) > 0;
            } else if (!quoted && c == '(' && list.indexOf(')', i) > 0) {
                comments++;
            } else if (!quoted && c == ')' && comments > 0) {
                comments--;
            } else if (!quoted && comments == 0) {
                angled = c == '<' ? list.indexOf('>', i) > 0 : c != '>' && angled;
                if ((c == ',' || c == ';') && !angled) {
                    add(pieces, piece);
                    continue;
                }
                if (c == ':' && !angled && isGroupName(piece, list, i)) {
                    piece.setLength(0);
                    continue;
                }
            }
            piece.append(c);
        }
        add(pieces, piece);
        return pieces;
    }

    private static void add(List<String> pieces, StringBuilder piece) {
        if (!piece.toString().isBlank()) {
            pieces.add(piece.toString().strip());
        }
        piece.setLength(0);
    }

    private static boolean isGroupName(StringBuilder piece, String list, int colon) {
        boolean closed = list.indexOf(';', colon) > 0 || list.substring(colon + 1).isBlank();
        return closed && piece.indexOf("@") < 0 && !(colon + 1 < list.length() && list.charAt(colon + 1) == '/');
    }

    /** Some senders leave commas and brackets unencoded inside an encoded word. */
    private static int encodedWordEnd(String list, int from) {
        if (!list.startsWith("=?", from)) {
            return -1;
        }
        int charset = list.indexOf('?', from + 2);
        int encoding = charset < 0 ? -1 : list.indexOf('?', charset + 1);
        int end = encoding < 0 ? -1 : list.indexOf("?=", encoding + 1);
        boolean plain = end > 0 && end - from < 400 && list.substring(from, end).indexOf('<') < 0;
        return plain ? end + 2 : -1;
    }
}
