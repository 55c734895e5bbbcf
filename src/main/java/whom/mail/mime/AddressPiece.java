package whom.mail.mime;

import org.jspecify.annotations.Nullable;

/** One mailbox: {@code Ann <ann@example.org>}, {@code ann@example.org (Ann)} or what comes close. */
record AddressPiece(String address, String name, String bare) {

    static AddressPiece read(String piece) {
        var outside = new StringBuilder();
        var comment = new StringBuilder();
        String angled = cut(piece, outside, comment);
        String left = outside.toString().replaceAll("\\s+", " ").strip();
        if (angled != null) {
            String address = address(angled);
            if (!address.contains("@") && left.contains("@") && left.indexOf(' ') < 0) {
                return new AddressPiece(address(left), "", left);
            }
            return new AddressPiece(address, left.isEmpty() ? comment.toString().strip() : left, left);
        }
        int at = left.indexOf('@');
        if (at < 0) {
            return new AddressPiece("", left, left);
        }
        return bare(left, at, comment.toString().strip());
    }

    /** Without angle brackets; words before the address are taken as the name. */
    private static AddressPiece bare(String left, int at, String comment) {
        if (left.startsWith("\"") && left.indexOf(' ') < at && left.indexOf("\"@") > 0) {
            return new AddressPiece(left.replaceFirst("(?<=@\\S{1,250}) .*$", ""), comment, left);
        }
        String joined = left.replaceAll(" ?([.@]) ?", "$1");
        int from = joined.lastIndexOf(' ', joined.indexOf('@')) + 1;
        int to = joined.indexOf(' ', joined.indexOf('@'));
        String address = to < 0 ? joined.substring(from) : joined.substring(from, to);
        String name = from > 0 ? joined.substring(0, from).strip() : comment;
        return new AddressPiece(address(address), name, left);
    }

    /** Removes the source route, spaces, and what clings to addresses by mistake. */
    private static String address(String raw) {
        String address = raw.replaceAll("\\s+", "").replaceAll("^(?i:mailto:)", "").replaceAll("^[<'(\\[]+", "");
        if (address.startsWith("@") && address.indexOf(':') > 0) {
            address = address.substring(address.indexOf(':') + 1);
        }
        return address.replaceAll("[>'\",;)]+$", "");
    }

    /** Sorts the characters into comment, angle brackets and the rest; quotation marks go, what they held stays. */
    private static @Nullable String cut(String piece, StringBuilder outside, StringBuilder comment) {
        StringBuilder angled = null;
        boolean inAngle = false;
        boolean quoted = false;
        int comments = 0;
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            StringBuilder target = comments > 0 ? comment : inAngle && angled != null ? angled : outside;
            if (c == '\\' && (quoted || comments > 0) && i + 1 < piece.length()) {
                target.append(piece.charAt(++i));
            } else if (c == '"' && comments == 0 && !quoted && localEnd(piece, i) > 0) {
                target.append(piece, i, localEnd(piece, i));
                i = localEnd(piece, i) - 1;
            } else if (c == '"' && comments == 0) {
                quoted = !quoted;
                if (inAngle) {
                    target.append(c);
                }
            } else if (!quoted && c == '(') {
                if (comments++ > 0) {
                    comment.append(c);
                }
            } else if (!quoted && c == ')' && comments > 0) {
                if (--comments > 0) {
                    comment.append(c);
                }
            } else if (!quoted && comments == 0 && c == '<') {
                angled = new StringBuilder();
                inAngle = true;
            } else if (!quoted && comments == 0 && c == '>') {
                inAngle = false;
            } else {
                target.append(c);
            }
        }
        return angled == null ? null : angled.toString();
    }

    /** The end of a quoted local part, which keeps its quotation marks; -1 where no @ follows. */
    private static int localEnd(String piece, int from) {
        int end = from + 1;
        while (end < piece.length() && piece.charAt(end) != '"' && end - from < 100) {
            end += piece.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1 < piece.length() && piece.charAt(end) == '"' && piece.charAt(end + 1) == '@' ? end + 1 : -1;
    }
}
