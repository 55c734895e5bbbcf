package whom;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The floors hold: modules use only what stands below them, and only through its door. */
class ModularityTest {

    @Test
    void modules_use_only_the_doors_of_what_stands_below_them() {
        ApplicationModules.of(Application.class).verify();
    }
}
