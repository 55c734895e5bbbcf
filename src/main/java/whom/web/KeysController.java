package whom.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Viewer;
import whom.access.Viewers;

/** All keys on one page; with scripts it opens over the page one is on. */
@Controller
class KeysController {

    private static final Shortcut.Group EVERYWHERE = new Shortcut.Group(0, "web.keys.everywhere", List.of(
            new Shortcut("/", "web.keys.search"), new Shortcut("?", "web.keys.title"), new Shortcut("Escape", "web.keys.close"), new Shortcut("z", "web.undo")));

    private static final Shortcut.Group LISTS = new Shortcut.Group(2, "web.keys.lists", List.of(
            new Shortcut("j", "web.keys.next"), new Shortcut("k", "web.keys.previous"), new Shortcut("o", "web.keys.open"), new Shortcut("x", "web.keys.pick"),
            new Shortcut("Shift+j", "web.keys.extend"), new Shortcut("* a", "web.keys.all"), new Shortcut("* n", "web.keys.none")));

    private final List<Shortcut.Group> contributed;
    private final List<NavigationEntry> navigation;

    KeysController(List<Shortcut.Group> contributed, List<NavigationEntry> navigation) {
        this.contributed = List.copyOf(contributed);
        this.navigation = List.copyOf(navigation);
    }

    @GetMapping("/keys")
    ModelAndView keys(HttpServletRequest request) {
        Viewer viewer = Viewers.of(request).orElse(null);
        List<Shortcut.Group> groups = new ArrayList<>(List.of(EVERYWHERE, places(viewer)));
        if (Frame.works(viewer)) {
            groups.add(LISTS);
            groups.addAll(contributed);
        }
        groups.removeIf(group -> group.shortcuts().isEmpty());
        groups.sort(Comparator.comparing(Shortcut.Group::order));
        return new ModelAndView("web/keys", "groups", groups);
    }

    private Shortcut.Group places(@Nullable Viewer viewer) {
        List<Shortcut> shortcuts = new ArrayList<>();
        navigation.stream().filter(entry -> entry.shownTo(viewer)).sorted(Comparator.comparing(NavigationEntry::place).thenComparing(NavigationEntry::order)).forEach(entry -> {
            String keys = entry.keys();
            if (keys != null && !keys.equals("?")) {
                shortcuts.add(new Shortcut(keys, entry.label()));
            }
        });
        return new Shortcut.Group(1, "web.keys.places", shortcuts);
    }
}
