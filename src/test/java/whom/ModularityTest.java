package whom;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The floors hold: modules use only what stands below them, and only through its door. Compiled templates are no module. */
class ModularityTest {

    /** Used by nearly all, so that arrows to them would only hide the others. */
    private static final Set<String> FLOOR = Set.of("kernel", "database", "access", "jobs", "vocabulary", "web", "api");
    private static final Pattern ARROW = Pattern.compile("(\\w+) --> (\\w+)");

    private final ApplicationModules modules = ApplicationModules.of(Application.class, JavaClass.Predicates.resideInAPackage("whom.jte.."));

    @Test
    void modules_use_only_the_doors_of_what_stands_below_them() {
        modules.verify();
    }

    @Test
    void the_picture_of_the_architecture_shows_these_arrows_and_no_others() throws IOException {
        Set<String> drawn = ARROW.matcher(Files.readString(Path.of("docs/architecture.md"))).results().map(arrow -> arrow.group(1) + " --> " + arrow.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(drawn).as("the picture in docs/architecture.md").isEqualTo(arrows());
    }

    private Set<String> arrows() {
        Map<String, Set<String>> uses = new TreeMap<>();
        modules.stream().map(module -> module.getIdentifier().toString()).filter(name -> !FLOOR.contains(name)).forEach(name -> uses.put(name, new TreeSet<>()));
        modules.stream().filter(module -> uses.containsKey(module.getIdentifier().toString())).forEach(module -> module.getDirectDependencies(modules).uniqueModules()
                .map(ApplicationModule::getIdentifier).map(Object::toString).filter(uses::containsKey).forEach(uses.get(module.getIdentifier().toString())::add));
        Set<String> arrows = new TreeSet<>();
        uses.forEach((from, direct) -> direct.stream().filter(to -> direct.stream().noneMatch(between -> !between.equals(to) && reaches(uses, between, to)))
                .forEach(to -> arrows.add(from + " --> " + to)));
        return arrows;
    }

    /** An arrow that others make up for is left out. */
    private static boolean reaches(Map<String, Set<String>> uses, String from, String to) {
        return uses.get(from).contains(to) || uses.get(from).stream().anyMatch(next -> reaches(uses, next, to));
    }
}
