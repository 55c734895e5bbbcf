package whom.standings.findings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Circles among things of which each points to at most one other. */
final class Circle {

    private Circle() {}

    /** Each circle once, from its smallest id on. */
    static <T> List<List<String>> all(Map<String, T> things, Function<T, @Nullable String> next) {
        var circles = new ArrayList<List<String>>();
        var done = new HashSet<String>();
        for (String start : things.keySet()) {
            var way = new ArrayList<String>();
            String at = start;
            while (at != null && things.containsKey(at) && done.add(at)) {
                way.add(at);
                at = next.apply(things.get(at));
            }
            if (at != null && way.contains(at)) {
                circles.add(fromSmallest(way.subList(way.indexOf(at), way.size())));
            }
        }
        return circles;
    }

    private static List<String> fromSmallest(List<String> circle) {
        var turned = new ArrayList<>(circle);
        Collections.rotate(turned, -turned.indexOf(Collections.min(turned)));
        return List.copyOf(turned);
    }
}
