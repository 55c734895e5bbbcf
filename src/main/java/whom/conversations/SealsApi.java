package whom.conversations;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** Broken seals, for programs of those who ask and decide. */
@RestController
@RequestMapping("/api/v1/seal-breaks")
class SealsApi {

    private final Seals seals;

    SealsApi(Seals seals) {
        this.seals = seals;
    }

    record Asked(String ticket, String purpose, @Nullable Integer hours, @Nullable String ground, @Nullable Instant tellAt) {}

    record Decision(boolean approve) {}

    record View(String key, String ticket, String purpose, int hours, String state, Instant askedAt, @Nullable Instant until) {
        static View of(SealBreak b) {
            return new View(b.key(), b.number(), b.purpose(), b.hours(), b.state().name().toLowerCase(java.util.Locale.ROOT), b.askedAt(), b.until());
        }
    }

    @Does("Seals that were asked to be broken, for those who ask and decide.")
    @GetMapping
    List<View> list() {
        return seals.list().stream().map(View::of).toList();
    }

    @Does("One of them.")
    @GetMapping("/{key}")
    View one(@PathVariable String key) {
        return seals.list().stream().filter(b -> b.key().equals(key)).map(View::of).findFirst().orElseThrow(NotFound::new);
    }

    @Does(value = "Asks to break the seal of a ticket; a second person decides.", status = 201)
    @PostMapping
    ResponseEntity<View> ask(@RequestBody Asked asked, HttpServletRequest request) {
        ConversationsApi.writes(request);
        String key = seals.ask(new AskToBreak(asked.ticket(), asked.purpose(), asked.hours() == null ? 24 : asked.hours(), asked.ground(), asked.tellAt()));
        return new At("/api/v1/seal-breaks/" + key).created(one(key));
    }

    @Does("Agrees to break a seal, or refuses.")
    @PostMapping("/{key}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable String key, @RequestBody Decision decision, HttpServletRequest request) {
        ConversationsApi.writes(request);
        seals.decide(key, decision.approve());
    }
}
