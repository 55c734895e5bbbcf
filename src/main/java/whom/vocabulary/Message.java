package whom.vocabulary;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text with placeholders, compiled once. Binding it to a lexicon turns its terms into plain text; what is left is quick to say. */
sealed interface Message {

    Message NOTHING = new Text("");

    void append(StringBuilder out, Formats formats, Object[] arguments);

    Message bind(Lexicon lexicon);

    record Text(String text) implements Message {
        @Override
        public void append(StringBuilder out, Formats formats, Object[] arguments) {
            out.append(text);
        }

        @Override
        public Message bind(Lexicon lexicon) {
            return this;
        }
    }

    record Noun(Placeholder placeholder) implements Message {
        @Override
        public void append(StringBuilder out, Formats formats, Object[] arguments) {
            throw new IllegalStateException("A message is said only after it was bound to a lexicon.");
        }

        @Override
        public Message bind(Lexicon lexicon) {
            return new Text(placeholder.render(lexicon));
        }
    }

    /** What was not given stays visible as {@code {0}}: a page with a hole is better than no page. */
    record Argument(int index) implements Message {
        @Override
        public void append(StringBuilder out, Formats formats, Object[] arguments) {
            if (index < arguments.length) {
                formats.append(out, arguments[index]);
            } else {
                out.append('{').append(index).append('}');
            }
        }

        @Override
        public Message bind(Lexicon lexicon) {
            return this;
        }
    }

    /** By number: none, one, several. */
    record Choice(int index, Message none, Message one, Message several) implements Message {
        @Override
        public void append(StringBuilder out, Formats formats, Object[] arguments) {
            branch(index < arguments.length ? arguments[index] : null).append(out, formats, arguments);
        }

        private Message branch(@Nullable Object argument) {
            if (argument instanceof Integer || argument instanceof Long) {
                long count = ((Number) argument).longValue();
                return count == 1 ? one : count == 0 ? none : several;
            }
            return argument instanceof Number number && number.doubleValue() == 1 ? one : several;
        }

        @Override
        public Message bind(Lexicon lexicon) {
            return new Choice(index, none.bind(lexicon), one.bind(lexicon), several.bind(lexicon));
        }
    }

    record Sequence(List<Message> parts) implements Message {
        @Override
        public void append(StringBuilder out, Formats formats, Object[] arguments) {
            for (Message part : parts) {
                part.append(out, formats, arguments);
            }
        }

        @Override
        public Message bind(Lexicon lexicon) {
            List<Message> bound = new ArrayList<>();
            for (Message part : parts) {
                bound.add(part.bind(lexicon));
            }
            return of(bound);
        }
    }

    /** One message of several, with neighbouring texts made one. */
    static Message of(List<Message> parts) {
        List<Message> joined = new ArrayList<>();
        for (Message part : parts) {
            if (part instanceof Text(String next) && !joined.isEmpty() && joined.getLast() instanceof Text(String before)) {
                joined.set(joined.size() - 1, new Text(before + next));
            } else {
                joined.add(part);
            }
        }
        return switch (joined.size()) {
            case 0 -> NOTHING;
            case 1 -> joined.getFirst();
            default -> new Sequence(List.copyOf(joined));
        };
    }
}
