package whom.mail.mime;

import java.util.ArrayList;
import java.util.List;

/** Cuts a list at its commas and semicolons, except within quotes, comments, angle brackets, literals and encoded words. */
final class AddressPieces {

    private static final int LONGEST_WORD = 400;

    private AddressPieces() {}

    static List<String> split(String list) {
        int lastQuote = list.lastIndexOf('"');
        int lastParenthesis = list.lastIndexOf(')');
        int lastAngle = list.lastIndexOf('>');
        int lastSemicolon = list.lastIndexOf(';');
        int lastWord = list.stripTrailing().length() - 1;
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
                quoted = !quoted && i < lastQuote;
            } else if (!quoted && c == '(' && i < lastParenthesis) {
                comments++;
            } else if (!quoted && c == ')' && comments > 0) {
                comments--;
            } else if (!quoted && comments == 0) {
                angled = c == '<' ? i < lastAngle : c != '>' && angled;
                if ((c == ',' || c == ';') && !angled) {
                    add(pieces, piece);
                    continue;
                }
                if (c == ':' && !angled && (i < lastSemicolon || i >= lastWord) && isGroupName(piece, list, i)) {
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
        return piece.length() < 1_000 && piece.indexOf("@") < 0 && !(colon + 1 < list.length() && list.charAt(colon + 1) == '/');
    }

    /** Some senders leave commas and brackets unencoded inside an encoded word. */
    private static int encodedWordEnd(String list, int from) {
        if (!list.startsWith("=?", from)) {
            return -1;
        }
        String near = list.substring(from, Math.min(list.length(), from + LONGEST_WORD));
        int charset = near.indexOf('?', 2);
        int encoding = charset < 0 ? -1 : near.indexOf('?', charset + 1);
        int end = encoding < 0 ? -1 : near.indexOf("?=", encoding + 1);
        return end > 0 && (near.indexOf('<') < 0 || near.indexOf('<') > end) ? from + end + 2 : -1;
    }
}
