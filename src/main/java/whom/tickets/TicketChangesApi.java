package whom.tickets;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import whom.access.Viewer;
import whom.api.Does;
import whom.api.Seen;
import whom.kernel.Refused;
import whom.tickets.listing.TicketView;

/** What changes one ticket, for programs, through the same door as the pages. An ETag sent back in If-Match refuses what somebody else changed meanwhile. */
@RestController
@RequestMapping("/api/v1/tickets/{number}")
class TicketChangesApi {

    private final Tickets tickets;
    private final TicketsApi api;

    TicketChangesApi(Tickets tickets, TicketsApi api) {
        this.tickets = tickets;
        this.api = api;
    }

    record Assignment(@Nullable String person) {}

    record Staging(String stage, @Nullable Instant until, @Nullable String reason) {}

    record Ranking(Integer impact, Integer urgency) {}

    record Subject(String subject) {}

    record Service(String service) {}

    record Teaming(String team, @Nullable String why, @Nullable String reason) {}

    record Judgement(Boolean solved) {}

    /** Null takes it from whoever has it. */
    @Does("Gives a ticket to somebody of a team that is on it; null takes it from whoever has it.")
    @PutMapping("/assignment")
    ResponseEntity<TicketView> assign(@PathVariable String number, @RequestBody Assignment asked, Seen seen, Viewer viewer) {
        Long person = asked.person() == null ? null : tickets.person(asked.person()).orElseThrow(() -> new Refused("person", "tickets.assignment.cannot"));
        return api.after(number, seen, viewer, () -> tickets.assign(number, seen.version(), person));
    }

    @Does("Opens, lets wait, solves, closes or opens a ticket again.")
    @PutMapping("/stage")
    ResponseEntity<TicketView> move(@PathVariable String number, @RequestBody Staging asked, Seen seen, Viewer viewer) {
        StageChange change = new StageChange(stage(asked.stage()), asked.until(), text(asked.reason()));
        return api.after(number, seen, viewer, () -> tickets.move(number, seen.version(), change));
    }

    /** By the one served: whether it is solved. */
    @Does("The one served says whether it is solved.")
    @PutMapping("/judgement")
    ResponseEntity<TicketView> judge(@PathVariable String number, @RequestBody Judgement asked, Viewer viewer) {
        return api.after(number, new Seen(null), viewer, () -> tickets.judge(number, asked.solved()));
    }

    @Does("Sets impact and urgency, 1 to 3 each; the priority follows.")
    @PutMapping("/priority")
    ResponseEntity<TicketView> prioritise(@PathVariable String number, @RequestBody Ranking asked, Seen seen, Viewer viewer) {
        var priority = new Priority(asked.impact(), asked.urgency());
        return api.after(number, seen, viewer, () -> tickets.prioritise(number, seen.version(), priority));
    }

    @Does("Changes the subject.")
    @PutMapping("/subject")
    ResponseEntity<TicketView> rename(@PathVariable String number, @RequestBody Subject asked, Seen seen, Viewer viewer) {
        return api.after(number, seen, viewer, () -> tickets.rename(number, seen.version(), asked.subject()));
    }

    @Does("Says which service it is about.")
    @PutMapping("/service")
    ResponseEntity<TicketView> moveTo(@PathVariable String number, @RequestBody Service asked, Seen seen, Viewer viewer) {
        return api.after(number, seen, viewer, () -> tickets.moveTo(number, seen.version(), asked.service()));
    }

    /** {@code why}: {@code holds}, the usual, passes it on; {@code asked_in} asks the team in. */
    @Does("Passes a ticket on to another team (why: holds), or asks one in (asked_in).")
    @PostMapping("/teams")
    ResponseEntity<TicketView> put(@PathVariable String number, @RequestBody Teaming asked, Seen seen, Viewer viewer) {
        return api.after(number, seen, viewer, () -> {
            switch (asked.why() == null ? "holds" : asked.why()) {
                case "holds" -> tickets.passOn(number, seen.version(), asked.team(), text(asked.reason()));
                case "asked_in" -> tickets.askIn(number, seen.version(), asked.team(), text(asked.reason()));
                default -> throw new Refused("why", "tickets.team.why_unknown");
            }
        });
    }

    private static Stage stage(String typed) {
        return Arrays.stream(Stage.values()).filter(s -> s.key().equals(typed)).findFirst()
                .orElseThrow(() -> new Refused("stage", "tickets.stage.unknown", Arrays.stream(Stage.values()).map(Stage::key).collect(Collectors.joining(", "))));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
