package whom.tickets.opened;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import whom.conversations.Message;

/** What stands in the stream: something said, or events that follow each other, folded when they are many. */
public sealed interface Entry {

    record Said(Message message) implements Entry {}

    record Events(List<Happened> events) implements Entry {
        public boolean isFolded() {
            return events.size() > 2;
        }
    }

    /** Oldest first. */
    static List<Entry> stream(List<Message> messages, List<Happened> events) {
        record Timed(Instant at, Object what) {}
        List<Timed> all = Stream.concat(messages.stream().map(m -> new Timed(m.at(), m)), events.stream().map(e -> new Timed(e.at(), e)))
                .sorted(Comparator.comparing(Timed::at)).toList();
        List<Entry> stream = new ArrayList<>();
        List<Happened> run = new ArrayList<>();
        for (Timed each : all) {
            if (each.what() instanceof Happened event) {
                run.add(event);
                continue;
            }
            flush(run, stream);
            stream.add(new Said((Message) each.what()));
        }
        flush(run, stream);
        return List.copyOf(stream);
    }

    private static void flush(List<Happened> run, List<Entry> stream) {
        if (!run.isEmpty()) {
            stream.add(new Events(List.copyOf(run)));
            run.clear();
        }
    }
}
