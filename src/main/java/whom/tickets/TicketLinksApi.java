package whom.tickets;

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
import whom.access.Viewer;
import whom.api.At;
import whom.api.Does;
import whom.api.Seen;
import whom.api.Slice;
import whom.tickets.listing.TicketView;

/** Tickets that belong together, and those that are one; for programs. */
@RestController
@RequestMapping("/api/v1/tickets/{number}")
class TicketLinksApi {

    private final Tickets tickets;
    private final TicketsApi api;

    TicketLinksApi(Tickets tickets, TicketsApi api) {
        this.tickets = tickets;
        this.api = api;
    }

    record Linking(String other) {}

    record Merging(String into) {}

    /** As far as the other ticket may be read. */
    @Does("The tickets that it belongs to, as far as one may read them.")
    @GetMapping("/links")
    Slice<LinkedTicket> links(@PathVariable String number) {
        return new Slice<>(tickets.links(number), null);
    }

    @Does("Links two tickets that belong together.")
    @PostMapping("/links")
    ResponseEntity<Slice<LinkedTicket>> link(@PathVariable String number, @RequestBody Linking asked) {
        tickets.link(number, asked.other());
        return new At(TicketsApi.address(number) + "/links").changed(links(number));
    }

    @Does("Takes a link away.")
    @DeleteMapping("/links/{other}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(@PathVariable String number, @PathVariable String other) {
        tickets.unlink(number, other);
    }

    /** This one is closed, and the other goes on. */
    @Does("Makes two tickets of one person one: this one is closed, the other goes on.")
    @PostMapping("/merge")
    ResponseEntity<TicketView> merge(@PathVariable String number, @RequestBody Merging asked, Seen seen, Viewer viewer) {
        return api.after(number, seen, viewer, () -> tickets.merge(number, seen.version(), asked.into()));
    }

    @Does("Makes them two again.")
    @DeleteMapping("/merge/{into}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unmerge(@PathVariable String number, @PathVariable String into) {
        tickets.unmerge(number, into);
    }
}
