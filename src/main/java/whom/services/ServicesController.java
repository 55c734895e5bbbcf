package whom.services;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Role;
import whom.access.Viewer;
import whom.access.Viewers;
import whom.access.Administering;
import whom.people.Written;
import whom.vocabulary.Words;

/** Services as a tree, and each with what it offers. */
@Controller
@RequestMapping("/services")
class ServicesController {

    private final Services services;
    private final List<ServicePanel> panels;

    ServicesController(Services services, List<ServicePanel> panels) {
        this.services = services;
        this.panels = panels;
    }

    @GetMapping
    ModelAndView tree(HttpServletRequest request) {
        Viewer viewer = Viewers.required(request);
        return new ModelAndView("services/services", "page", new ServicePages.Tree(services.tree(viewer.language()), Administering.may(viewer), viewer.has(Role.KEEPER_OF_FACTS)));
    }

    @PostMapping
    String add(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        Administering.by(request);
        return "redirect:/services/" + services.add(new Written(typed));
    }

    @GetMapping("/{key}")
    ModelAndView one(@PathVariable String key, HttpServletRequest request, Words words) {
        Viewer viewer = Viewers.required(request);
        Services.Service service = services.required(key, viewer.language());
        return new ModelAndView("services/service", "page", new ServicePages.One(service, services.deskWide(service.id()), services.offerings(service.id(), viewer.language()),
                services.outputs(service.id(), viewer.language()), panels.stream().map(panel -> panel.on(service, words)).flatMap(Optional::stream).toList(), Administering.may(viewer),
                viewer.has(Role.KEEPER_OF_FACTS) || services.isMine(service.id())));
    }

    @PostMapping("/{key}")
    String describe(@PathVariable String key, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        Administering.by(request);
        services.describe(key, new Written(typed));
        return "redirect:/services/" + key;
    }

    @PostMapping("/{key}/retirement")
    String retire(@PathVariable String key, HttpServletRequest request) {
        Administering.by(request);
        services.retire(key);
        return "redirect:/services";
    }

    @PostMapping("/{key}/desk-wide")
    String openToDesk(@PathVariable String key, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        Administering.by(request);
        services.openToDesk(key, new Written(typed));
        return "redirect:/services/" + key;
    }

    @PostMapping("/{key}/desk-wide/ending")
    String closeToDesk(@PathVariable String key, HttpServletRequest request) {
        Administering.by(request);
        services.closeToDesk(key);
        return "redirect:/services/" + key;
    }

    @PostMapping("/{key}/offerings")
    String addOffering(@PathVariable String key, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        Administering.by(request);
        services.addOffering(key, new Written(typed));
        return "redirect:/services/" + key;
    }

    @PostMapping("/{key}/outputs")
    String addOutput(@PathVariable String key, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        Administering.by(request);
        services.addOutput(key, new Written(typed));
        return "redirect:/services/" + key;
    }
}
