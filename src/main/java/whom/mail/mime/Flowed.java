package whom.mail.mime;

/** RFC 3676: a line that ends with a space goes on in the next one of the same quote depth; a leading space is stuffing. */
final class Flowed {

    private Flowed() {}

    static String unflow(String text, boolean deleteSpace) {
        var out = new StringBuilder(text.length());
        int openDepth = -1;
        for (String line : text.split("\n", -1)) {
            int depth = depth(line);
            String content = line.substring(depth);
            content = content.startsWith(" ") ? content.substring(1) : content;
            boolean signature = content.equals("-- ");
            if (openDepth == depth && !signature) {
                out.append(content);
            } else {
                if (openDepth >= 0) {
                    out.append('\n');
                }
                out.append(">".repeat(depth)).append(depth > 0 ? " " : "").append(content);
            }
            boolean flows = content.endsWith(" ") && !signature;
            if (flows) {
                out.setLength(out.length() - (deleteSpace ? 1 : 0));
                openDepth = depth;
            } else {
                out.append('\n');
                openDepth = -1;
            }
        }
        if (openDepth < 0 && out.length() > 0) {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }
}
