package whom.conversations;

import org.jspecify.annotations.Nullable;
import whom.access.Viewer;
import whom.vocabulary.Words;

/** Readers as the page names them. */
public final class ReaderWords {

    private ReaderWords() {}

    public static String name(Words words, Reader reader, @Nullable Viewer viewer) {
        if (viewer != null && reader.key() == viewer.id()) {
            return words.say("conversations.readers.you");
        }
        if (!reader.name().isEmpty()) {
            return reader.name();
        }
        return words.say(reader.right() == Right.DESK ? "conversations.readers.desk" : "conversations.readers.somebody");
    }

    public static String right(Words words, Reader reader) {
        return words.say(reader.admitted() ? "conversations.right.admitted" : "conversations.right." + reader.right().key());
    }

    public static String reading(Words words, Reading reading) {
        String by = reading.team().isEmpty() ? words.say("conversations.reading." + reading.right().key()) : reading.team();
        return reading.name().isEmpty() ? by : reading.team().isEmpty() ? reading.name() + " (" + by + ")" : reading.name() + ", " + by;
    }
}
