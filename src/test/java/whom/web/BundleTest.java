package whom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BundleTest {

    @Test
    void modules_that_only_act_become_blocks_and_what_they_use_is_imported_once() {
        Map<String, String> sources = Map.of(
                "whom.js", "// all\nimport \"./keys.js\";\nimport \"./a.js\";\nimport \"./b.js\";\n",
                "keys.js", "export function on() {}\n",
                "a.js", "import { on } from \"./keys.js\";\nconst open = 1;\n",
                "b.js", "import { on } from \"./keys.js\";\nconst open = 2;\n");
        assertThat(Bundle.of("whom.js", sources::get).replaceAll("\n+", "\n")).isEqualTo("""
                import "./keys.js";
                import { on } from "./keys.js";
                {
                const open = 1;
                }
                {
                const open = 2;
                }
                """);
    }
}
