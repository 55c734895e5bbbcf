package whom;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The floors hold: modules use only what stands below them, and only through its door. Compiled templates are no module. */
class ModularityTest {

    @Test
    void modules_use_only_the_doors_of_what_stands_below_them() {
        ApplicationModules.of(Application.class, JavaClass.Predicates.resideInAPackage("whom.jte..")).verify();
    }
}
