package whom.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.web.Choice;

/** What can be asked about: services by name, each after what it belongs to. Discreet ones only to those who may use them (D8). */
@Component
class ServiceChoices {

    static final String NOT_SURE = "unsure";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}");

    private final Rows rows;

    ServiceChoices(Rows rows) {
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    List<ServiceChoice> all(String language) {
        record Found(long id, String key, @Nullable Long parent, String name) {}
        List<Found> found = rows.list(Sql.of("""
                select id, key, parent_id, coalesce(name ->> ?, name ->> 'en', key) as name from services.service
                where retired_at is null and (id <> all ((select services.closed_off())::bigint[]) or id = any ((select services.for_me())::bigint[]))""", language),
                row -> new Found(row.id("id"), row.text("key"), row.maybeId("parent_id"), row.text("name")));
        Map<Long, Found> byId = found.stream().collect(Collectors.toMap(Found::id, f -> f));
        Map<Long, String> names = new HashMap<>();
        for (Found each : found) {
            List<String> line = new ArrayList<>();
            Found at = each;
            for (int depth = 0; at != null && depth < 10; depth++) {
                line.addFirst(at.name());
                at = at.parent() == null ? null : byId.get(at.parent());
            }
            names.put(each.id(), String.join(" › ", line));
        }
        return found.stream().map(f -> new ServiceChoice(f.id(), f.key(), Objects.requireNonNull(names.get(f.id())))).sorted(java.util.Comparator.comparing(s -> s.name().toLowerCase(Locale.ROOT))).toList();
    }

    List<Choice> choices(List<ServiceChoice> services) {
        return services.stream().map(s -> new Choice(s.key(), s.name(), null)).toList();
    }

    /** The one service of which what was written speaks by name, if it speaks of one alone. */
    static Optional<ServiceChoice> guess(List<ServiceChoice> services, String text) {
        Set<String> said = words(text);
        List<ServiceChoice> named = services.stream().filter(s -> {
            Set<String> own = words(s.name().substring(s.name().lastIndexOf('›') + 1));
            return !own.isEmpty() && said.containsAll(own);
        }).toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT).replace("-", "")).results().map(r -> r.group()).collect(Collectors.toSet());
    }

    static Optional<ServiceChoice> keyed(List<ServiceChoice> services, String key) {
        return services.stream().filter(s -> s.key().equals(key)).findFirst();
    }
}
