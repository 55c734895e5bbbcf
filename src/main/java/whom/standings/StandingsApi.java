package whom.standings;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import whom.api.Asked;
import whom.api.Does;
import whom.facts.Typed;
import whom.kernel.NotFound;
import whom.standings.files.Answers;

/** The questions, answered in the form of {@code ./whom who --queries}; today unless {@code at} says another day. */
@RestController
@RequestMapping("/api/v1/standings")
class StandingsApi {

    private final Standings standings;

    StandingsApi(Standings standings) {
        this.standings = standings;
    }

    @Does(value = "The standings of a person to a service, with evidence.", query = {"at: a day; today unless it is said"})
    @GetMapping
    JsonNode who(@RequestParam String person, @RequestParam String service, @RequestParam Map<String, String> asked) {
        return answer(new Question.Who(person, service, at(asked)));
    }

    @Does(value = "Who has a standing to a service: all of them, or by pages where limit or after is said, as items and next.", query = {"standing*: user, customer, sponsor, overseer, broker, partner or observer", "at: a day; today unless it is said"})
    @GetMapping("/whom")
    JsonNode whom(@RequestParam String service, @RequestParam String standing, @RequestParam Map<String, String> asked, Asked part) {
        Standing of = Arrays.stream(Standing.values()).filter(s -> s.key().equals(standing)).findFirst().orElseThrow(NotFound::new);
        if (of == Standing.USER && (asked.containsKey("limit") || asked.containsKey("after"))) {
            whom.api.Slice<String> slice = users(service, asked, part);
            ObjectNode page = JsonNodeFactory.instance.objectNode();
            slice.items().forEach(page.putArray("items")::add);
            return page.put("next", slice.next());
        }
        var question = new Question.Whom(service, of, at(asked));
        Slice slice = standings.slice(question);
        if (slice.right() == Slice.Right.OWNER && of == Standing.USER) {
            int count = slice.resolver().whom(service, of, question.at()).size();
            return JsonNodeFactory.instance.objectNode().put("count", count < Gathering.FEWEST ? null : count);
        }
        return answer(question, slice);
    }

    @Does(value = "The users of a service by pages, for keepers of facts.", query = {"at: a day; today unless it is said"})
    @GetMapping("/users")
    whom.api.Slice<String> users(@RequestParam String service, @RequestParam Map<String, String> asked, Asked part) {
        List<String> found = standings.users(service, at(asked), part.after() == null ? "" : part.after(), part.fetch());
        return whom.api.Slice.of(found, part, key -> key);
    }

    @Does(value = "Who pays for a person's use of a service, in what shares.", query = {"at: a day; today unless it is said"})
    @GetMapping("/pays")
    JsonNode pays(@RequestParam String person, @RequestParam String service, @RequestParam Map<String, String> asked) {
        return answer(new Question.Pays(person, service, at(asked)));
    }

    @Does(value = "Which agreement holds for a person and a service.", query = {"at: a day; today unless it is said"})
    @GetMapping("/agreement")
    JsonNode agreement(@RequestParam String person, @RequestParam String service, @RequestParam Map<String, String> asked) {
        return answer(new Question.AgreementOf(person, service, at(asked)));
    }

    @Does(value = "Through whom a service comes to a person.", query = {"at: a day; today unless it is said"})
    @GetMapping("/chain")
    JsonNode chain(@RequestParam String person, @RequestParam String service, @RequestParam Map<String, String> asked) {
        return answer(new Question.ChainOf(person, service, at(asked)));
    }

    @Does(value = "Who may read a ticket, by name, for those who work on it.", query = {"at: a day; today unless it is said"})
    @GetMapping("/readers")
    JsonNode readers(@RequestParam String ticket, @RequestParam Map<String, String> asked) {
        return answer(new Question.ReadersOf(ticket, at(asked)));
    }

    private JsonNode answer(Question question) {
        return answer(question, standings.slice(question));
    }

    /** Who answers for the money, and who signed, are other people's standings: keepers alone are told. */
    private static JsonNode answer(Question question, Slice slice) {
        JsonNode answer = new Answers(slice.resolver()).to(question);
        if (slice.right() != Slice.Right.KEEPER && answer instanceof ObjectNode object) {
            object.remove("customer");
            object.path("payers").forEach(payer -> ((ObjectNode) payer).remove(List.of("sponsors")));
        }
        return answer;
    }

    private static LocalDate at(Map<String, String> asked) {
        @Nullable LocalDate at = new Typed(asked).maybeDate("at");
        return at == null ? LocalDate.now() : at;
    }
}
