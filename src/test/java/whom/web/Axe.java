package whom.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** What axe finds wrong. It is put into a page once: its own driver does so for each look, and carries back all that is right. */
final class Axe {

    private static final Map<String, ?> ALL = Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"));

    private static final Map<String, ?> OF_COLOURS = Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block"));

    private Axe() {}

    static List<String> faults(Page page) {
        return faults(page, ALL);
    }

    static List<String> faultsOfColours(Page page) {
        return faults(page, OF_COLOURS);
    }

    @SuppressWarnings("unchecked")
    private static List<String> faults(Page page, Map<String, ?> rules) {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return (List<String>) page.evaluate("""
                rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then(found => found.violations.map(
                    rule => rule.id + ': ' + rule.nodes.map(node => node.target.join(' ')).join(', ')))
                """, rules);
    }
}
