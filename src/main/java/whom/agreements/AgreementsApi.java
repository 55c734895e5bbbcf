package whom.agreements;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import whom.access.Viewer;
import whom.api.Does;
import whom.api.Slice;
import whom.access.Administering;
import whom.people.Written;

/** The same as the pages, as JSON; field names are those of the forms. A field that a target does not know is refused (E1). */
@RestController
@RequestMapping("/api/v1/agreements")
class AgreementsApi {

    private final Agreements agreements;

    AgreementsApi(Agreements agreements) {
        this.agreements = agreements;
    }

    record Whole(Agreement agreement, List<AgreementVersion> versions, List<Published> exceptions, List<Attained> attainment) {

        /** Of what is agreed: how it was kept changes with every ticket, and holds nobody up. */
        String promised() {
            return "\"" + Integer.toHexString((agreement.toString() + versions + exceptions).hashCode()) + "\"";
        }
    }

    @Does("The agreements on targets.")
    @GetMapping
    Slice<Agreement> list(HttpServletRequest request) {
        return new Slice<>(agreements.list(AgreementsController.inside(request).language()), null);
    }

    @Does("One agreement: its versions, targets, levels and exceptions.")
    @GetMapping("/{key}")
    ResponseEntity<Whole> one(@PathVariable String key, HttpServletRequest request) {
        Whole whole = whole(key, request);
        return ResponseEntity.ok().eTag(whole.promised()).body(whole);
    }

    private Whole whole(String key, HttpServletRequest request) {
        Viewer viewer = AgreementsController.inside(request);
        Agreement agreement = agreements.required(key, viewer.language());
        return new Whole(agreement, agreements.versions(agreement, viewer.language()), agreements.exceptions(agreement, viewer.language()), agreements.attainment(agreement, AgreementsController.MONTHS));
    }

    @Does("What missed its target in a month.")
    @GetMapping("/{key}/months/{month}")
    List<Missed> missed(@PathVariable String key, @PathVariable String month, HttpServletRequest request) {
        LocalDate first = AgreementsController.month(month);
        String language = AgreementsController.inside(request).language();
        return agreements.missed(agreements.required(key, language), first, language);
    }

    @Does(value = "Adds an agreement.", status = 201)
    @PostMapping
    ResponseEntity<Whole> add(@RequestBody Map<String, String> sent, HttpServletRequest request) {
        Administering.by(request);
        String key = agreements.add(new Written(sent));
        return ResponseEntity.created(URI.create("/api/v1/agreements/" + key)).body(whole(key, request));
    }

    @Does("Plans a version that holds from a day on.")
    @PostMapping("/{key}/versions")
    Whole plan(@PathVariable String key, @RequestBody Map<String, String> sent, HttpServletRequest request) {
        Administering.by(request);
        agreements.plan(key, new Written(sent));
        return whole(key, request);
    }

    @Does("Drops a version that does not hold yet.")
    @DeleteMapping("/{key}/versions/{version}")
    Whole drop(@PathVariable String key, @PathVariable String version, HttpServletRequest request) {
        Administering.by(request);
        agreements.drop(key, version);
        return whole(key, request);
    }

    @Does("Adds a target to a version that does not hold yet.")
    @PostMapping("/{key}/versions/{version}/targets")
    Whole addTarget(@PathVariable String key, @PathVariable String version, @RequestBody Map<String, String> sent, HttpServletRequest request) {
        Administering.by(request);
        agreements.addTarget(key, version, new Written(sent));
        return whole(key, request);
    }

    @Does("Drops a target from a version that does not hold yet.")
    @DeleteMapping("/{key}/versions/{version}/targets/{target}")
    Whole dropTarget(@PathVariable String key, @PathVariable String version, @PathVariable String target, HttpServletRequest request) {
        Administering.by(request);
        agreements.dropTarget(key, version, target);
        return whole(key, request);
    }

    @Does("Adds a level of warning to a version that does not hold yet.")
    @PostMapping("/{key}/versions/{version}/levels")
    Whole addLevel(@PathVariable String key, @PathVariable String version, @RequestBody Map<String, String> sent, HttpServletRequest request) {
        Administering.by(request);
        agreements.addLevel(key, version, new Written(sent));
        return whole(key, request);
    }

    @Does("Drops a level of warning from a version that does not hold yet.")
    @DeleteMapping("/{key}/versions/{version}/levels/{level}")
    Whole dropLevel(@PathVariable String key, @PathVariable String version, @PathVariable String level, HttpServletRequest request) {
        Administering.by(request);
        agreements.dropLevel(key, version, level);
        return whole(key, request);
    }

    @Does("Publishes an exception, with its reason and its end.")
    @PostMapping("/{key}/exceptions")
    Whole publish(@PathVariable String key, @RequestBody Map<String, String> sent, HttpServletRequest request) {
        Administering.by(request);
        agreements.publish(key, new Written(sent));
        return whole(key, request);
    }

    @Does("Ends an exception.")
    @DeleteMapping("/{key}/exceptions/{exception}")
    Whole endException(@PathVariable String key, @PathVariable String exception, HttpServletRequest request) {
        Administering.by(request);
        agreements.endException(key, exception);
        return whole(key, request);
    }
}
