package whom.facts;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.access.Actor;
import whom.access.NotAllowed;
import whom.kernel.Changed;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;

/**
 * Recording, changing, ending and correcting dated facts (D2). Nothing is overwritten: the row that was believed is marked as
 * superseded, and another takes its place under the same key, with who and why. Who may write is decided by the tables' policies.
 */
@Component
public class Facts {

    private static final String ALPHABET = "23456789abcdfghjkmnpqrstvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Rows rows;
    private final Finder finder;

    Facts(Rows rows, Finder finder) {
        this.rows = rows;
        this.finder = finder;
    }

    /** Records a new fact and returns its key. @throws Refused when it says nothing sound, or does not fit to the others */
    @Transactional
    public String add(FactKind kind, Typed typed) {
        String key = typed.text("key").isEmpty() ? newKey(kind) : typed.text("key");
        if (!key.matches("[A-Za-z0-9._-]{1,60}")) {
            throw new Refused("key", "facts.refused.key");
        }
        store(kind, key, read(kind, typed), period(typed), typed.text("reason"));
        done(kind, key, "fact.added");
        return key;
    }

    /** Something changes from a day on: the fact ends there, and another begins, under a key of its own, which is returned. */
    @Transactional
    public String changeFrom(FactKind kind, String key, Typed typed) {
        Current current = current(kind, key);
        LocalDate day = typed.date("from");
        if (!day.isAfter(current.from()) || current.to() != null && !day.isBefore(current.to())) {
            throw new Refused("from", "facts.refused.not_within");
        }
        supersede(kind, key);
        copy(kind, key, current.id(), new Period(current.from(), day), typed.text("reason"));
        String next = newKey(kind);
        store(kind, next, read(kind, typed), new Period(day, current.to()), typed.text("reason"));
        done(kind, key, "fact.changed");
        hold(kind, next);
        return next;
    }

    /** It ends on a day, which is no longer part of it. @throws Refused when that is before it began */
    @Transactional
    public void end(FactKind kind, String key, Typed typed) {
        Current current = current(kind, key);
        LocalDate to = typed.date("to");
        if (to.isBefore(current.from())) {
            throw new Refused("to", "facts.refused.backwards");
        }
        supersede(kind, key);
        copy(kind, key, current.id(), new Period(current.from(), to), typed.text("reason"));
        done(kind, key, "fact.ended");
    }

    /** It was never so: what is right takes its place; what was believed stays on record. A reason is asked for. */
    @Transactional
    public void correct(FactKind kind, String key, Typed typed) {
        if (typed.text("reason").isEmpty()) {
            throw new Refused("reason", "facts.refused.reason");
        }
        current(kind, key);
        supersede(kind, key);
        store(kind, key, read(kind, typed), period(typed), typed.text("reason"));
        done(kind, key, "fact.corrected");
    }

    /** What was typed for one field, as its columns hold it. @throws Refused when it says nothing sound */
    @Transactional(readOnly = true)
    public List<@Nullable Object> values(FactField field, Typed typed) {
        return field.values(typed, finder);
    }

    private List<@Nullable Object> read(FactKind kind, Typed typed) {
        List<@Nullable Object> values = new ArrayList<>();
        kind.fields().forEach(field -> values.addAll(field.values(typed, finder)));
        return values;
    }

    private static Period period(Typed typed) {
        var period = new Period(typed.date("from"), typed.maybeDate("to"));
        if (period.to != null && period.to.isBefore(period.from)) {
            throw new Refused("to", "facts.refused.backwards");
        }
        return period;
    }

    private void store(FactKind kind, String key, List<@Nullable Object> values, Period period, String reason) {
        List<@Nullable Object> all = new ArrayList<>(values);
        all.add(key);
        all.add(period.from);
        all.add(period.to);
        all.add(Actor.id());
        all.add(reason.length() > 500 ? reason.substring(0, 500) : reason);
        write(Sql.of("insert into %s (%s, key, valid_from, valid_to, recorded_by, reason) values (%s)"
                .formatted(kind.table(), String.join(", ", kind.columns()), "?, ".repeat(all.size() - 1) + "?"), all.toArray()));
    }

    /** The same belief for another period. */
    private void copy(FactKind kind, String key, long id, Period period, String reason) {
        String columns = String.join(", ", kind.columns());
        write(Sql.of("insert into %s (%s, key, valid_from, valid_to, recorded_by, reason) select %s, key, ?, ?, ?, ? from %s where id = ?"
                .formatted(kind.table(), columns, columns, kind.table()), period.from, period.to, Actor.id(), reason, id));
    }

    private void supersede(FactKind kind, String key) {
        if (rows.change(Sql.of("update %s set superseded_at = now() where key = ? and superseded_at is null".formatted(kind.table()), key)) == 0) {
            throw new NotAllowed();
        }
    }

    private Current current(FactKind kind, String key) {
        return rows.first(Sql.of("select id, valid_from, valid_to from %s where key = ? and superseded_at is null for update".formatted(kind.table()), key),
                row -> new Current(row.id("id"), Objects.requireNonNull(row.date("valid_from")), row.date("valid_to"))).orElseThrow(NotFound::new);
    }

    private void done(FactKind kind, String key, String verb) {
        hold(kind, key);
        rows.change(Sql.of("""
                insert into log.event (account_id, verb, subject, subject_id, data)
                select ?, ?, 'fact', id, jsonb_build_object('kind', ?::text, 'key', key) from %s where key = ? and superseded_at is null
                """.formatted(kind.table()), Actor.id(), verb, kind.key(), key));
    }

    private void hold(FactKind kind, String key) {
        kind.checks().forEach(check -> check.hold(kind, key));
    }

    /** What the database refuses is told by the name of the rule that refused it. */
    private void write(Sql sql) {
        try {
            rows.change(sql);
        } catch (org.springframework.dao.DuplicateKeyException e) {
            throw new Refused("key", "facts.refused.taken");
        } catch (DataIntegrityViolationException e) {
            throw refusal(String.valueOf(e.getMostSpecificCause().getMessage()));
        } catch (org.springframework.jdbc.BadSqlGrammarException e) {
            if ("42501".equals(e.getSQLException().getSQLState())) {
                throw new NotAllowed();
            }
            throw e;
        } catch (org.springframework.dao.ConcurrencyFailureException e) {
            throw new Changed();
        }
    }

    private static Refused refusal(String cause) {
        return cause.contains("_two_primary") ? new Refused("primary", "facts.refused.two_primary")
                : cause.contains("_overlap") ? new Refused("from", "facts.refused.overlap")
                : new Refused("", "facts.refused.unsound");
    }

    private static String newKey(FactKind kind) {
        var key = new StringBuilder(kind.key().substring(0, Math.min(4, kind.key().length()))).append('-');
        for (int i = 0; i < 8; i++) {
            key.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return key.toString();
    }

    private record Period(LocalDate from, @Nullable LocalDate to) {}

    private record Current(long id, LocalDate from, @Nullable LocalDate to) {}
}
