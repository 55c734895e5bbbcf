package whom.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Keys;
import whom.kernel.Refused;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Organisations as trees of units, as of a day (D6). */
@Component
public class Units {

    public static final List<String> KINDS = List.of("company", "division", "department", "team", "project", "committee", "external");

    private final Rows rows;

    Units(Rows rows) {
        this.rows = rows;
    }

    /** {@code depth} is how deep it stands in the tree, 0 at the top. */
    public record Unit(long id, String key, String kind, String name, boolean discreet, int depth) {
        Unit at(int deep) {
            return new Unit(id, key, kind, name, discreet, deep);
        }
    }

    /** From the top down, each followed by what is below it. Whose parent is hidden stands at the top. */
    @Transactional(readOnly = true)
    public List<Unit> tree(LocalDate day, String language) {
        Map<Long, Unit> units = new LinkedHashMap<>();
        rows.list(select(language).then("order by 4, u.key"), row -> units.put(row.id("id"), read(row)));
        Map<Long, Long> parents = new LinkedHashMap<>();
        rows.list(Sql.of("select unit_id, parent_id from people.parents(?)", day), row -> parents.put(row.id("unit_id"), row.maybeId("parent_id")));
        Map<Long, List<Unit>> below = new LinkedHashMap<>();
        units.values().forEach(unit -> {
            Long parent = parents.get(unit.id);
            below.computeIfAbsent(parent != null && units.containsKey(parent) ? parent : 0L, _ -> new ArrayList<>()).add(unit);
        });
        List<Unit> tree = new ArrayList<>();
        lay(0L, 0, below, new HashSet<>(), tree);
        return tree;
    }

    private static void lay(Long parent, int depth, Map<Long, List<Unit>> below, Set<Long> seen, List<Unit> tree) {
        for (Unit unit : below.getOrDefault(parent, List.of())) {
            if (seen.add(unit.id)) {
                tree.add(unit.at(depth));
                lay(unit.id, depth + 1, below, seen, tree);
            }
        }
    }

    @Transactional(readOnly = true)
    public Unit required(String key, String language) {
        return rows.one(select(language).then("where u.key = ?", key), Units::read);
    }

    /** Adds one, from today on, below another or as an organisation of its own. Returns its key. */
    @Transactional
    public String add(Written written) {
        String kind = written.choice("kind", KINDS);
        Long parent = written.maybeReference(rows, "parent", "people.unit");
        Sql name = written.name();
        String key = Keys.free(written.required("en"), "unit", taken -> rows.is(Sql.of("select exists (select from people.unit where key = ?)", taken)));
        Sql sql = Sql.of("select people.add_unit(?, ?,", key, kind).then(name).then(", ?::bigint, ?) is not null", parent, written.says("discreet"));
        try {
            Written.allowed(rows.is(sql));
        } catch (DuplicateKeyException e) {
            throw new Refused("en", "people.refused.taken");
        }
        return key;
    }

    /** Whether it appears to its own people and keepers of facts alone. */
    @Transactional
    public void discreet(String key, boolean discreet) {
        Written.allowed(rows.is(Sql.of("select people.make_discreet(?, ?)", required(key, "en").id, discreet)));
    }

    private static Sql select(String language) {
        return Sql.of("select u.id, u.key, u.kind, coalesce(u.name ->> ?, u.name ->> 'en', u.key) as name, u.discreet from people.unit u", language);
    }

    private static Unit read(Row row) throws java.sql.SQLException {
        return new Unit(row.id("id"), row.text("key"), row.text("kind"), row.text("name"), row.is("discreet"), 0);
    }
}
