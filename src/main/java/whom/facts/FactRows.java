package whom.facts;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.NotFound;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Facts as lists and as histories. One statement each: what a fact points to is joined by its id. */
@Component
public class FactRows {

    public static final int PAGE = 50;

    private final Rows rows;

    FactRows(Rows rows) {
        this.rows = rows;
    }

    /** What a list shows: all, or those about one thing; valid on a day, or of every day; after a row, newest first. */
    public record Wanted(@Nullable Referent about, @Nullable Long id, @Nullable LocalDate at, @Nullable Long before) {

        public static Wanted all() {
            return new Wanted(null, null, null, null);
        }

        public static Wanted about(Referent what, long id) {
            return new Wanted(what, id, null, null);
        }
    }

    /** Up to {@link #PAGE} + 1 rows, so that the caller knows whether there are more. */
    @Transactional(readOnly = true)
    public List<FactRow> list(FactKind kind, Wanted wanted) {
        List<Sql> narrowed = new ArrayList<>(List.of(Sql.of("f.superseded_at is null")));
        if (wanted.about != null) {
            List<Sql> columns = kind.columnsOf(wanted.about).stream().map(column -> Sql.of("f." + column + " = ?", wanted.id)).toList();
            narrowed.add(columns.isEmpty() ? Sql.of("false") : Sql.join(" or ", columns));
        }
        if (wanted.at != null) {
            narrowed.add(Sql.of("f.valid_from <= ? and (f.valid_to is null or f.valid_to > ?)", wanted.at, wanted.at));
        }
        if (wanted.before != null) {
            narrowed.add(Sql.of("f.id < ?", wanted.before));
        }
        return rows.list(select(kind).then("where").then(Sql.all(narrowed)).then("order by f.id desc limit " + (PAGE + 1)), row -> read(kind, row));
    }

    /** What is believed now under this key. @throws NotFound when nothing is, or it may not be seen */
    @Transactional(readOnly = true)
    public FactRow current(FactKind kind, String key) {
        return rows.first(select(kind).then("where f.key = ? and f.superseded_at is null", key), row -> read(kind, row)).orElseThrow(NotFound::new);
    }

    /** What was believed before, newest first. */
    @Transactional(readOnly = true)
    public List<FactRow> earlier(FactKind kind, String key) {
        return rows.list(select(kind).then("where f.key = ? and f.superseded_at is not null order by f.id desc limit 100", key), row -> read(kind, row));
    }

    private static Sql select(FactKind kind) {
        var text = new StringBuilder("select f.*, coalesce(by_person.name, '') as by_name");
        var joins = new StringBuilder();
        int n = 0;
        for (Pointer pointer : pointers(kind)) {
            String alias = "r" + n++;
            text.append(", %s.key as %s_key, %s as %s_name".formatted(alias, pointer.column, pointer.to.words(alias), pointer.column));
            joins.append(" left join %s %s on %s.id = f.%s".formatted(pointer.to.table(), alias, alias, pointer.column));
        }
        return Sql.of(text + " from " + kind.table() + " f" + joins + " left join people.person by_person on by_person.id = f.recorded_by");
    }

    private record Pointer(String column, Referent to) {}

    private static List<Pointer> pointers(FactKind kind) {
        return kind.fields().stream().flatMap(field -> switch (field) {
            case FactField.Reference reference -> List.of(new Pointer(reference.column(), reference.to())).stream();
            case FactField.Either either -> List.of(new Pointer(either.unitColumn(), Referent.UNIT), new Pointer(either.personColumn(), Referent.PERSON)).stream();
            case FactField.Scope _ -> List.of(new Pointer("scope_unit_id", Referent.UNIT), new Pointer("scope_person_id", Referent.PERSON)).stream();
            default -> List.<Pointer>of().stream();
        }).toList();
    }

    private static FactRow read(FactKind kind, Row row) throws SQLException {
        Map<String, String> shown = new LinkedHashMap<>();
        Map<String, String> typed = new LinkedHashMap<>();
        for (FactField field : kind.fields()) {
            read(field, row, shown, typed);
        }
        return new FactRow(row.id("id"), row.text("key"), shown, typed, Objects.requireNonNull(row.date("valid_from")), row.date("valid_to"),
                Objects.requireNonNull(row.time("recorded_at")), row.text("by_name"), row.text("reason"), row.time("superseded_at"));
    }

    private static void read(FactField field, Row row, Map<String, String> shown, Map<String, String> typed) throws SQLException {
        switch (field) {
            case FactField.Reference reference -> point(reference.name(), reference.column(), row, shown, typed);
            case FactField.Either either -> {
                boolean unit = row.maybeId(either.unitColumn()) != null;
                String column = unit ? either.unitColumn() : either.personColumn();
                shown.put(either.name(), row.text(column + "_name"));
                typed.put(unit ? either.name() : either.person(), row.text(column + "_key"));
            }
            case FactField.Scope _ -> {
                String kind = row.text("scope");
                String column = kind.equals("person") ? "scope_person_id" : "scope_unit_id";
                shown.put("scope", kind.equals("everybody") ? "*" : row.text(column + "_name"));
                typed.put("scope", kind);
                typed.put("scopeOf", row.text(column + "_key"));
            }
            case FactField.Share share -> {
                String percent = Objects.requireNonNull(row.decimal(share.column())).stripTrailingZeros().toPlainString();
                shown.put(share.name(), percent + " %");
                typed.put(share.name(), percent);
            }
            case FactField.Flag flag -> plain(flag.name(), Boolean.toString(row.is(flag.column())), shown, typed);
            case FactField.Choice choice -> plain(choice.name(), row.text(choice.column()), shown, typed);
            case FactField.Words words -> plain(words.name(), row.text(words.column()), shown, typed);
            case FactField.FactKey key -> plain(key.name(), row.text(key.column()), shown, typed);
        }
    }

    private static void point(String name, String column, Row row, Map<String, String> shown, Map<String, String> typed) throws SQLException {
        shown.put(name, row.text(column + "_name"));
        typed.put(name, row.text(column + "_key"));
    }

    private static void plain(String name, String text, Map<String, String> shown, Map<String, String> typed) {
        shown.put(name, text);
        typed.put(name, text);
    }
}
