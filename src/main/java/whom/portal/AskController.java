package whom.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Viewers;
import whom.conversations.Readers;
import whom.conversations.Uploads;
import whom.kernel.Refused;
import whom.tickets.Doing;

/** Asking for help: one question a page, then all answers to check, then sent. */
@Controller
class AskController {

    private final Askings askings;
    private final ServiceChoices services;
    private final Readers readers;
    private final Requests requests;

    AskController(Askings askings, ServiceChoices services, Readers readers, Requests requests) {
        this.askings = askings;
        this.services = services;
        this.readers = readers;
        this.requests = requests;
    }

    /** @param service the key of one that is known already, from a link: who reads it is said before anything is written (P1) */
    @GetMapping("/help")
    ModelAndView start(@RequestParam(defaultValue = "") String service, HttpServletRequest request) {
        String language = language(request);
        var known = ServiceChoices.keyed(services.all(language), service);
        return new ModelAndView("portal/start").addObject("draft", askings.begun(language).map(Asking::text).orElse("")).addObject("service", known.orElse(null))
                .addObject("deskWide", known.flatMap(s -> readers.deskWide(s.id())).orElse(null)).addObject("open", requests.open());
    }

    @PostMapping("/help")
    String tell(@RequestParam(defaultValue = "") String text, @RequestParam(required = false) @Nullable List<MultipartFile> files,
                @RequestParam(defaultValue = "") String service, HttpServletRequest request) {
        String language = language(request);
        UUID id = askings.begin(text, Uploads.of(files));
        ServiceChoices.keyed(services.all(language), service).ifPresent(known -> askings.about(id, known.id()));
        return "redirect:" + askings.find(id, language).next();
    }

    @PostMapping("/help/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void draft(@RequestParam(defaultValue = "") String text) {
        askings.draft(text);
    }

    @GetMapping("/help/{asking}/what")
    ModelAndView what(@PathVariable("asking") UUID id, HttpServletRequest request) {
        return question("portal/what", id, request);
    }

    @PostMapping("/help/{asking}/what")
    String tellAgain(@PathVariable("asking") UUID id, @RequestParam(defaultValue = "") String text, @RequestParam(required = false) @Nullable List<MultipartFile> files, HttpServletRequest request) {
        askings.tell(id, text, Uploads.of(files));
        return next(id, request);
    }

    @PostMapping("/help/{asking}/files/{file}/removal")
    String leaveOut(@PathVariable("asking") UUID id, @PathVariable long file) {
        askings.leaveOut(id, file);
        return "redirect:/help/" + id + "/check";
    }

    @GetMapping("/help/{asking}/service")
    ModelAndView service(@PathVariable("asking") UUID id, HttpServletRequest request) {
        List<ServiceChoice> all = services.all(language(request));
        ModelAndView page = question("portal/service", id, request);
        Asking asking = (Asking) page.getModel().get("asking");
        String chosen = asking.unsure() ? ServiceChoices.NOT_SURE : all.stream().filter(s -> Long.valueOf(s.id()).equals(asking.service())).map(ServiceChoice::key).findFirst()
                .or(() -> ServiceChoices.guess(all, asking.text()).map(ServiceChoice::key)).orElse("");
        return page.addObject("services", services.choices(all)).addObject("chosen", chosen).addObject("guessed", !asking.serviceAnswered() && !chosen.isEmpty());
    }

    @PostMapping("/help/{asking}/service")
    String about(@PathVariable("asking") UUID id, @RequestParam(defaultValue = "") String service, HttpServletRequest request) {
        if (service.equals(ServiceChoices.NOT_SURE)) {
            askings.about(id, null);
        } else {
            askings.about(id, ServiceChoices.keyed(services.all(language(request)), service).orElseThrow(() -> new Refused("service", "portal.ask.service.missing")).id());
        }
        return next(id, request);
    }

    @GetMapping("/help/{asking}/urgency")
    ModelAndView urgency(@PathVariable("asking") UUID id, HttpServletRequest request) {
        return question("portal/urgency", id, request);
    }

    @PostMapping("/help/{asking}/urgency")
    String doing(@PathVariable("asking") UUID id, @RequestParam(defaultValue = "") String doing, HttpServletRequest request) {
        if (Stream.of(Doing.values()).noneMatch(d -> d.key().equals(doing))) {
            throw new Refused("doing", "portal.ask.urgency.missing");
        }
        askings.doing(id, doing.toLowerCase(Locale.ROOT));
        return next(id, request);
    }

    @GetMapping("/help/{asking}/for")
    ModelAndView whom(@PathVariable("asking") UUID id, @RequestParam(defaultValue = "") String name, HttpServletRequest request) {
        return question("portal/for", id, request).addObject("name", name).addObject("found", readers.colleagues(name));
    }

    @PostMapping("/help/{asking}/for")
    String forWhom(@PathVariable("asking") UUID id, @RequestParam(defaultValue = "") String whom, @RequestParam(defaultValue = "") String name,
                   @RequestParam(defaultValue = "0") long person, HttpServletRequest request) {
        switch (whom) {
            case "me" -> askings.servedIs(id, null);
            case "other" -> {
                var found = readers.colleagues(name);
                var one = found.stream().filter(p -> p.id() == person || found.size() == 1 || p.name().equalsIgnoreCase(name.strip())).toList();
                if (one.size() != 1) {
                    throw new Refused("name", name.isBlank() ? "portal.ask.for.missing" : found.isEmpty() ? "portal.person.none" : "portal.person.several", name.strip());
                }
                askings.servedIs(id, one.getFirst().id());
            }
            default -> throw new Refused("whom", "portal.ask.for.choose");
        }
        return next(id, request);
    }

    @GetMapping("/help/{asking}/check")
    ModelAndView check(@PathVariable("asking") UUID id, HttpServletRequest request) {
        ModelAndView page = question("portal/check", id, request);
        Asking asking = (Asking) page.getModel().get("asking");
        if (asking.sent()) {
            return new ModelAndView("redirect:/requests/" + asking.number() + "/sent");
        }
        Long service = asking.service();
        return page.addObject("deskWide", service == null ? null : readers.deskWide(service).orElse(null)).addObject("team", requests.teamFor(service, language(request)));
    }

    @PostMapping("/help/{asking}")
    String send(@PathVariable("asking") UUID id, HttpServletRequest request) {
        return "redirect:/requests/" + askings.send(id, language(request)) + "/sent";
    }

    private ModelAndView question(String view, UUID id, HttpServletRequest request) {
        return new ModelAndView(view).addObject("asking", askings.find(id, language(request)));
    }

    private String next(UUID id, HttpServletRequest request) {
        return "redirect:" + askings.find(id, language(request)).next();
    }

    static String language(HttpServletRequest request) {
        return Viewers.required(request).language();
    }
}
