package whom.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import whom.api.At;
import whom.api.Does;

/** The same as the pages, as JSON. Field names are those of the forms; references are given by key. */
@RestController
@RequestMapping("/api/v1/facts/{kind}")
class FactsApi {

    private final KindsOfFacts kinds;
    private final Facts facts;
    private final FactRows rows;

    FactsApi(KindsOfFacts kinds, Facts facts, FactRows rows) {
        this.kinds = kinds;
        this.facts = facts;
        this.rows = rows;
    }

    record Fact(String key, Map<String, String> values, LocalDate from, @Nullable LocalDate to, String recordedAt, String recordedBy, String reason, @Nullable String supersededAt) {
        static Fact of(FactRow row) {
            return new Fact(row.key(), row.typed(), row.from(), row.to(), row.recordedAt().toString(), row.recordedBy(), row.reason(), row.supersededAt() == null ? null : row.supersededAt().toString());
        }
    }

    record Page(List<Fact> items, @Nullable String next) {}

    record Whole(Fact fact, List<Fact> earlier) {}

    @Does(value = "Facts of one kind, newest first: placements, memberships, offices, entitlements, fundings, agreements, oversights, brokerages, initiatives, initiative-services, initiative-members, observations.", query = {"at: only those valid on this day", "before: the place that next gave"})
    @GetMapping
    Page list(@PathVariable String kind, @RequestParam(required = false) @Nullable Long before, @RequestParam Map<String, String> asked) {
        List<FactRow> found = rows.list(kinds.required(kind), new FactRows.Wanted(null, null, new Typed(asked).maybeDate("at"), before));
        String next = found.size() > FactRows.PAGE ? "/api/v1/facts/" + kind + "?before=" + found.get(FactRows.PAGE - 1).id() : null;
        return new Page(found.stream().limit(FactRows.PAGE).map(Fact::of).toList(), next);
    }

    @Does(value = "Records a fact.", status = 201, body = {"from*: the day it begins", "to: the day it ends", "reason: why it is recorded", "key: its own key; one is made otherwise", "…: what the kind has, named as in values"})
    @PostMapping
    ResponseEntity<Whole> add(@PathVariable String kind, @RequestBody Map<String, String> typed) {
        String key = facts.add(kinds.required(kind), new Typed(typed));
        return at(kind, key).created(one(kind, key));
    }

    @Does("One fact, and what was believed before.")
    @GetMapping("/{key}")
    Whole one(@PathVariable String kind, @PathVariable String key) {
        FactKind of = kinds.required(kind);
        return new Whole(Fact.of(rows.current(of, key)), rows.earlier(of, key).stream().map(Fact::of).toList());
    }

    @Does(value = "From a day on it is different: the fact ends there, and another begins.", status = 201, body = {"from*: the day", "reason: why", "…: what the kind has, named as in values"})
    @PostMapping("/{key}/changes")
    ResponseEntity<Whole> change(@PathVariable String kind, @PathVariable String key, @RequestBody Map<String, String> typed) {
        String next = facts.changeFrom(kinds.required(kind), key, new Typed(typed));
        return at(kind, next).created(one(kind, next));
    }

    @Does(value = "A fact ends on a day.", body = {"to*: the day", "reason: why"})
    @PostMapping("/{key}/ending")
    ResponseEntity<Whole> end(@PathVariable String kind, @PathVariable String key, @RequestBody Map<String, String> typed) {
        facts.end(kinds.required(kind), key, new Typed(typed));
        return at(kind, key).changed(one(kind, key));
    }

    @Does(value = "It never was as recorded; what was believed is kept.", body = {"from*: the day it begins", "to: the day it ends", "reason*: why", "…: what the kind has, named as in values"})
    @PostMapping("/{key}/corrections")
    ResponseEntity<Whole> correct(@PathVariable String kind, @PathVariable String key, @RequestBody Map<String, String> typed) {
        facts.correct(kinds.required(kind), key, new Typed(typed));
        return at(kind, key).changed(one(kind, key));
    }

    private static At at(String kind, String key) {
        return new At("/api/v1/facts/" + kind + "/" + key);
    }
}
