package whom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A form that came back with a mistake must not hide it in a fold that is shut again. */
class FoldsTest {

    private static final Pattern FOLD = Pattern.compile("<details([^>]*?)>\\s*<summary.*?</details>", Pattern.DOTALL);
    private static final Pattern ASKS = Pattern.compile("@template\\.(web\\._(field|select|choices)|facts\\._fields)");

    @Test
    void every_fold_with_something_to_fill_in_stands_open_when_its_form_came_back() throws IOException {
        var shut = new ArrayList<String>();
        int found = 0;
        for (Path template : templates()) {
            var folds = FOLD.matcher(Files.readString(template));
            while (folds.find()) {
                if (ASKS.matcher(folds.group()).find()) {
                    found++;
                    if (!folds.group(1).contains(".cameBack()")) {
                        shut.add(template + ": " + folds.group().lines().findFirst().orElseThrow());
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(20);
        assertThat(shut).isEmpty();
    }

    private static List<Path> templates() throws IOException {
        try (var all = Files.walk(Path.of("src/main/jte"))) {
            return all.filter(path -> path.toString().endsWith(".jte")).toList();
        }
    }
}
