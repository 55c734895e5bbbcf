package whom.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads a text with placeholders; docs/vocabulary.md describes the syntax. Takes any text: what it cannot read stays as it
 * stands and is told as a {@link Fault}.
 */
final class MessageCompiler {

    static final int LONGEST = 100_000;
    private static final int DEEPEST = 3;
    private static final int LONGEST_PLACEHOLDER = 60;

    /** @param message the text as far as it could be read */
    record Compiled(Message message, List<Fault> faults) {}

    private final String text;
    /** What else may stand in braces, with what to say for it. */
    private final Map<String, String> values;
    private final boolean numbered;
    private final List<Fault> faults = new ArrayList<>();
    private int at;

    private MessageCompiler(String text, Map<String, String> values, boolean numbered) {
        this.text = text;
        this.values = values;
        this.numbered = numbered;
    }

    /** A text of ours: with numbered arguments. */
    static Compiled compile(String text) {
        return compile(text, Map.of(), true);
    }

    /** A text that an administrator wrote: with values by name. */
    static Compiled compile(String text, Map<String, String> values) {
        return compile(text, values, false);
    }

    private static Compiled compile(String text, Map<String, String> values, boolean numbered) {
        if (text.length() > LONGEST) {
            return new Compiled(new Message.Text(text), List.of(new Fault(Fault.Kind.LENGTH, 0, text.length(), "", null)));
        }
        MessageCompiler compiler = new MessageCompiler(text, values, numbered);
        Message message = compiler.sequence(0);
        return new Compiled(message, List.copyOf(compiler.faults));
    }

    /** Up to the end or, within a choice, up to the bar or brace that ends the branch. */
    private Message sequence(int depth) {
        List<Message> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (depth > 0 && (c == '|' || c == '}')) {
                break;
            }
            if (c == '{') {
                parts.add(new Message.Text(plain.toString()));
                plain.setLength(0);
                parts.add(placeholder(depth));
                continue;
            }
            if (c == '}') {
                faults.add(new Fault(Fault.Kind.UNOPENED, at, at + 1, "}", null));
            }
            plain.append(c);
            at++;
        }
        parts.add(new Message.Text(plain.toString()));
        return Message.of(parts.stream().filter(part -> !part.equals(Message.NOTHING)).toList());
    }

    private Message placeholder(int depth) {
        int start = at;
        if (text.startsWith("{\"", at)) {
            return literal(start);
        }
        int index = numbered ? index() : -1;
        if (index >= 0) {
            int after = at;
            if (after < text.length() && text.charAt(after) == '}') {
                at++;
                return new Message.Argument(index);
            }
            if (after < text.length() && text.charAt(after) == '|') {
                return choice(start, index, depth);
            }
        }
        at = start;
        return term(start);
    }

    /** The digits after the brace, at most two; -1 and no step where there are none. */
    private int index() {
        int from = at + 1;
        int to = from;
        while (to < text.length() && to < from + 2 && text.charAt(to) >= '0' && text.charAt(to) <= '9') {
            to++;
        }
        if (to == from) {
            return -1;
        }
        at = to;
        return Integer.parseInt(text, from, to, 10);
    }

    private Message literal(int start) {
        int end = text.indexOf("\"}", start + 2);
        if (end < 0) {
            return brace(start);
        }
        at = end + 2;
        return new Message.Text(text.substring(start + 2, end));
    }

    private Message choice(int start, int index, int depth) {
        if (depth == DEEPEST) {
            faults.add(new Fault(Fault.Kind.DEPTH, start, at, text.substring(start, at), null));
            at = start + 1;
            return new Message.Text("{");
        }
        List<Message> branches = new ArrayList<>();
        while (at < text.length() && text.charAt(at) == '|') {
            at++;
            branches.add(sequence(depth + 1));
        }
        if (at == text.length()) {
            return unclosed(start);
        }
        at++;
        if (branches.size() < 2 || branches.size() > 3) {
            faults.add(new Fault(Fault.Kind.UNKNOWN, start, at, text.substring(start, at), "{" + index + "|…|…}"));
            return new Message.Text(text.substring(start, at));
        }
        Message several = branches.getLast();
        return new Message.Choice(index, branches.size() == 3 ? branches.getFirst() : several, branches.get(branches.size() - 2), several);
    }

    private Message unclosed(int start) {
        faults.add(new Fault(Fault.Kind.UNCLOSED, start, start + 1, "{", null));
        return new Message.Text(text.substring(start));
    }

    private Message term(int start) {
        int end = closing(start);
        if (end < 0) {
            return brace(start);
        }
        at = end + 1;
        String inside = text.substring(start + 1, end);
        String value = values.get(inside);
        if (value != null) {
            return new Message.Text(value);
        }
        Placeholder placeholder = Placeholder.parse(inside);
        if (placeholder != null) {
            return new Message.Noun(placeholder);
        }
        faults.add(new Fault(Fault.Kind.UNKNOWN, start, at, text.substring(start, at), NearestPlaceholder.to(inside, values.keySet())));
        return new Message.Text(text.substring(start, at));
    }

    /** The brace that closes this one, on the same line and not far away; another that opens, or the line's end, shows that it was forgotten. */
    private int closing(int start) {
        for (int i = start + 1; i < text.length() && i <= start + LONGEST_PLACEHOLDER; i++) {
            char c = text.charAt(i);
            if (c == '}') {
                return i;
            }
            if (c == '{' || c == '\n' || c == '|') {
                return -1;
            }
        }
        return -1;
    }

    private Message brace(int start) {
        faults.add(new Fault(Fault.Kind.UNCLOSED, start, start + 1, "{", null));
        at = start + 1;
        return new Message.Text("{");
    }
}
