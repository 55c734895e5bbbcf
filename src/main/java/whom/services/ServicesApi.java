package whom.services;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import whom.access.Viewers;
import whom.api.At;
import whom.api.Does;
import whom.api.Slice;
import whom.access.Administering;
import whom.people.Written;

/** The same as the pages, as JSON; field names are those of the forms, references are keys or names. */
@RestController
@RequestMapping("/api/v1/services")
class ServicesApi {

    private final Services services;

    ServicesApi(Services services) {
        this.services = services;
    }

    record Service(String key, String name, String about, String provider, String team, boolean discreet, @Nullable String retiredAt, int depth) {
        static Service of(Services.Service service) {
            return new Service(service.key(), service.name(), service.about(), service.provider(), service.team(), service.discreet(), Objects.toString(service.retiredAt(), null), service.depth());
        }
    }

    record DeskWide(String since, @Nullable String until, String reason) {}

    record Whole(Service service, List<DeskWide> deskWide, List<Services.Part> offerings, List<Services.Part> outputs) {}

    @Does("The tree of services.")
    @GetMapping
    Slice<Service> tree(HttpServletRequest request) {
        return new Slice<>(services.tree(Viewers.required(request).language()).stream().map(Service::of).toList(), null);
    }

    @Does("One service with its offerings, outputs and desk-wide times.")
    @GetMapping("/{key}")
    Whole one(@PathVariable String key, HttpServletRequest request) {
        String language = Viewers.required(request).language();
        Services.Service service = services.required(key, language);
        var deskWide = services.deskWide(service.id()).stream().map(period -> new DeskWide(period.since().toString(), Objects.toString(period.until(), null), period.reason())).toList();
        return new Whole(Service.of(service), deskWide, services.offerings(service.id(), language), services.outputs(service.id(), language));
    }

    @Does(value = "Adds a service.", status = 201, body = {"en*: its name in English", "de: its name in German", "provider*: the unit that provides it", "parent: the service above it", "team: the team that holds its tickets", "discreet: true hides who is entitled to it"})
    @PostMapping
    ResponseEntity<Whole> add(@RequestBody Map<String, String> sent, HttpServletRequest request) {
        Administering.by(request);
        String key = services.add(new Written(sent));
        return ResponseEntity.created(URI.create("/api/v1/services/" + key)).body(one(key, request));
    }

    @Does(value = "Changes what a service is called and who provides it.", body = {"en*: its name in English", "de: its name in German", "aboutEn: what it is, in English", "aboutDe: what it is, in German", "provider*: the unit that provides it", "team: the team that holds its tickets"})
    @PostMapping("/{key}")
    ResponseEntity<Whole> describe(@PathVariable String key, @RequestBody Map<String, String> sent, HttpServletRequest request) {
        Administering.by(request);
        services.describe(key, new Written(sent));
        return new At("/api/v1/services/" + key).changed(one(key, request));
    }

    @Does("Retires a service: nobody can ask about it any more.")
    @PostMapping("/{key}/retirement")
    ResponseEntity<Whole> retire(@PathVariable String key, HttpServletRequest request) {
        Administering.by(request);
        services.retire(key);
        return new At("/api/v1/services/" + key).changed(one(key, request));
    }

    @Does(value = "From now on every agent reads the tickets of this service that come in.", body = {"reason*: why"})
    @PostMapping("/{key}/desk-wide")
    ResponseEntity<Whole> openToDesk(@PathVariable String key, @RequestBody Map<String, String> sent, HttpServletRequest request) {
        Administering.by(request);
        services.openToDesk(key, new Written(sent));
        return new At("/api/v1/services/" + key).changed(one(key, request));
    }

    @Does("Ends that every agent reads new tickets of this service.")
    @PostMapping("/{key}/desk-wide/ending")
    ResponseEntity<Whole> closeToDesk(@PathVariable String key, HttpServletRequest request) {
        Administering.by(request);
        services.closeToDesk(key);
        return new At("/api/v1/services/" + key).changed(one(key, request));
    }

    @Does(value = "Adds an offering to a service.", body = {"kind*: what kind it is", "en*: its name in English", "de: its name in German"})
    @PostMapping("/{key}/offerings")
    ResponseEntity<Whole> addOffering(@PathVariable String key, @RequestBody Map<String, String> sent, HttpServletRequest request) {
        Administering.by(request);
        services.addOffering(key, new Written(sent));
        return new At("/api/v1/services/" + key).changed(one(key, request));
    }

    @Does(value = "Adds an output to a service.", body = {"kind*: meant or unmeant", "en*: its name in English", "de: its name in German"})
    @PostMapping("/{key}/outputs")
    ResponseEntity<Whole> addOutput(@PathVariable String key, @RequestBody Map<String, String> sent, HttpServletRequest request) {
        Administering.by(request);
        services.addOutput(key, new Written(sent));
        return new At("/api/v1/services/" + key).changed(one(key, request));
    }
}
