package whom.conversations;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import whom.api.At;
import whom.api.Does;
import whom.kernel.NotFound;
import whom.kernel.Refused;

/** Letting in and taking back, for programs of the one served. */
@RestController
@RequestMapping("/api/v1/let-ins")
class LetInsApi {

    private final Readers readers;
    private final Conversations conversations;
    private final LetInTargets targets;

    LetInsApi(Readers readers, Conversations conversations, LetInTargets targets) {
        this.readers = readers;
        this.conversations = conversations;
        this.targets = targets;
    }

    /** Keys of a person and of a ticket or a service; messages by their ids. */
    record Wanted(String person, @Nullable String ticket, @Nullable String service, Instant until, @Nullable List<UUID> earlier) {}

    record Given(String key, String name, @Nullable String ticket, Instant until) {
        static Given of(Readers.Given given) {
            return new Given(given.key(), given.name(), given.number(), given.until());
        }
    }

    @Does("Whom one has let in, until when.")
    @GetMapping
    List<Given> given() {
        return readers.given().stream().map(Given::of).toList();
    }

    @Does("One letting-in.")
    @GetMapping("/{key}")
    Given one(@PathVariable String key) {
        return readers.given().stream().filter(g -> g.key().equals(key)).map(Given::of).findFirst().orElseThrow(NotFound::new);
    }

    @Does(value = "Lets somebody in to a ticket or to a service, until a day; earlier messages only where picked.", status = 201)
    @PostMapping
    ResponseEntity<Given> letIn(@RequestBody Wanted wanted, HttpServletRequest request) {
        ConversationsApi.writes(request);
        Long conversation = wanted.ticket() == null ? null : conversations.numbered(wanted.ticket());
        Long service = wanted.service() == null ? null : targets.service(wanted.service());
        if ((conversation == null) == (service == null)) {
            throw new Refused("ticket", "conversations.let_in.for");
        }
        List<Long> earlier = conversation == null || wanted.earlier() == null ? List.of() : targets.messages(conversation, wanted.earlier());
        String key = readers.letIn(new LetIn(targets.person(wanted.person()), conversation, service, wanted.until(), earlier));
        return new At("/api/v1/let-ins/" + key).created(one(key));
    }

    @Does("Takes a letting-in back.")
    @DeleteMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String key, HttpServletRequest request) {
        ConversationsApi.writes(request);
        readers.takeBack(key);
    }
}
