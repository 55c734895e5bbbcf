package whom.tickets;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import whom.access.Viewer;
import whom.api.Does;
import whom.api.Seen;
import whom.api.Stale;
import whom.kernel.Changed;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.tickets.listing.TicketLists;
import whom.tickets.listing.TicketView;

/** One ticket, for programs: raised, read. What changes it stands in {@link TicketChangesApi}, lists in {@code listing}. */
@RestController
@RequestMapping("/api/v1/tickets")
class TicketsApi {

    private static final Set<String> KINDS = Set.of("incident", "request", "complaint");
    private static final Set<String> LANGUAGES = Set.of("en", "de");

    private final Tickets tickets;
    private final TicketLists lists;

    TicketsApi(Tickets tickets, TicketLists lists) {
        this.tickets = tickets;
        this.lists = lists;
    }

    record Raising(@Nullable String served, @Nullable String service, @Nullable String kind, String subject, @Nullable String text, @Nullable Integer impact,
                   @Nullable Integer urgency, @Nullable String language) {}

    @Does("One ticket, for whoever may read it.")
    @GetMapping("/{number}")
    ResponseEntity<TicketView> one(@PathVariable String number, Viewer viewer) {
        TicketView view = view(number, viewer);
        return ResponseEntity.ok().eTag(Seen.tag(view.version(), view)).body(view);
    }

    /** For whoever asks, unless it says for whom. */
    @Does(value = "Raises a ticket, for oneself unless it says for whom.", status = 201)
    @PostMapping
    ResponseEntity<TicketView> raise(@RequestBody Raising asked, Viewer viewer) {
        long served = asked.served() == null ? viewer.id() : tickets.person(asked.served()).orElseThrow(() -> new Refused("served", "tickets.new.served_unknown"));
        Long service = asked.service() == null ? null : tickets.service(asked.service()).orElseThrow(() -> new Refused("service", "tickets.service.unknown"));
        var priority = new Priority(usual(asked.impact()), usual(asked.urgency()));
        Raised raised = tickets.raise(new RaiseTicket(among(KINDS, "kind", "tickets.kind.unknown", asked.kind(), "incident"), served, service, null, asked.subject(),
                asked.text() == null ? "" : asked.text(), priority, "api", among(LANGUAGES, "language", "tickets.language.unknown", asked.language(), viewer.language())));
        TicketView view = view(raised.number(), viewer);
        return ResponseEntity.created(URI.create(address(raised.number()))).eTag(Seen.tag(view.version(), view)).body(view);
    }

    /** The ticket as it is after a change, and where it is; nothing for whom the change was the last they saw of it. @throws Stale when somebody was faster than the one who saw this */
    ResponseEntity<TicketView> after(String number, Seen seen, Viewer viewer, Runnable change) {
        return after(seen, number, () -> {
            change.run();
            return found(number, viewer).map(view -> ResponseEntity.ok().eTag(Seen.tag(view.version(), view)).header("Content-Location", address(view.number())).body(view))
                    .orElseGet(() -> ResponseEntity.noContent().build());
        });
    }

    private <T> T after(Seen seen, String number, Supplier<T> work) {
        try {
            return work.get();
        } catch (Changed faster) {
            if (seen.version() == null) {
                throw faster;
            }
            throw new Stale(tickets.changesSince(number, seen.version()));
        }
    }

    private TicketView view(String number, Viewer viewer) {
        return found(number, viewer).orElseThrow(NotFound::new);
    }

    private Optional<TicketView> found(String number, Viewer viewer) {
        return lists.row(number, viewer.language()).map(TicketView::of);
    }

    static String address(String number) {
        return "/api/v1/tickets/" + number;
    }

    private static int usual(@Nullable Integer given) {
        return given == null ? 2 : given;
    }

    private static String among(Set<String> known, String field, String unknown, @Nullable String given, String otherwise) {
        if (given != null && !known.contains(given)) {
            throw new Refused(field, unknown);
        }
        return given == null ? otherwise : given;
    }
}
