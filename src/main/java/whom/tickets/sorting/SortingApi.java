package whom.tickets.sorting;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import whom.access.Viewer;
import whom.api.Does;
import whom.api.Slice;

/** Envelopes for whoever sorts them, for programs. */
@RestController
@RequestMapping("/api/v1/sorting")
class SortingApi {

    private final Sorting sorting;

    SortingApi(Sorting sorting) {
        this.sorting = sorting;
    }

    record Giving(String team) {}

    /** Empty for whoever sorts nothing. */
    @Does("What has no team yet, of the services that one sorts: envelopes, what is due first; 200 at most.")
    @GetMapping
    Slice<Envelope> waiting(Viewer viewer) {
        return new Slice<>(sorting.waiting(viewer.language()), null);
    }

    @Does("Gives it to a team, which reads it from then on.")
    @PutMapping("/{number}/team")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(@PathVariable String number, @RequestBody Giving asked) {
        sorting.give(number, asked.team());
    }
}
