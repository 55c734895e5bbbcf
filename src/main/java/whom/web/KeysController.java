package whom.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** All keys on one page; with scripts it opens over the page one is on. */
@Controller
class KeysController {

    private static final Shortcut.Group EVERYWHERE = new Shortcut.Group(0, "web.keys.everywhere", List.of(
            new Shortcut("/", "web.keys.search"), new Shortcut("?", "web.keys.title"), new Shortcut("Escape", "web.keys.close"), new Shortcut("z", "web.undo")));

    private final List<Shortcut.Group> groups;

    KeysController(List<Shortcut.Group> contributed, List<NavigationEntry> navigation) {
        List<Shortcut.Group> all = new ArrayList<>(contributed);
        all.add(EVERYWHERE);
        all.add(new Shortcut.Group(1, "web.keys.places", navigation.stream().filter(e -> e.keys() != null && !e.keys().equals("?"))
                .sorted(Comparator.comparing(NavigationEntry::place).thenComparing(NavigationEntry::order))
                .map(e -> new Shortcut(String.valueOf(e.keys()), e.label())).toList()));
        groups = all.stream().filter(g -> !g.shortcuts().isEmpty()).sorted(Comparator.comparing(Shortcut.Group::order)).toList();
    }

    @GetMapping("/keys")
    ModelAndView keys() {
        return new ModelAndView("web/keys", "groups", groups);
    }
}
