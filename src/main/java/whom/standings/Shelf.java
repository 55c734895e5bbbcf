package whom.standings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Facts in lists by a key. Filled once, then frozen. */
final class Shelf<K, V> {

    private final Map<K, List<V>> lists = new HashMap<>();

    void put(K key, V value) {
        lists.computeIfAbsent(key, _ -> new ArrayList<>(2)).add(value);
    }

    void freeze() {
        lists.replaceAll((_, list) -> List.copyOf(list));
    }

    List<V> at(K key) {
        return lists.getOrDefault(key, List.of());
    }
}
