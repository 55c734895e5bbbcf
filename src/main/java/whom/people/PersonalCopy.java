package whom.people;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import whom.access.Actor;
import whom.access.Telling;
import whom.kernel.Rows;

/** Everything that is kept about the one who asks, as far as it is theirs to read, in one JSON object of lists. */
@Component
class PersonalCopy {

    private final Rows rows;
    private final List<Telling> modules;
    private final JsonMapper json = JsonMapper.builder().build();

    PersonalCopy(Rows rows, List<Telling> modules) {
        this.rows = rows;
        this.modules = List.copyOf(modules);
    }

    /** @param about a sentence on what it is */
    @Transactional(readOnly = true)
    public byte[] make(String about) {
        ObjectNode copy = json.createObjectNode().put("about", about).put("made", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        for (Telling module : modules) {
            rows.list(module.about(Actor.id()), row -> copy.withArrayProperty(row.text("list")).add(json.readTree(row.text("value"))));
        }
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(copy);
    }
}
