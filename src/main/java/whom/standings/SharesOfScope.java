package whom.standings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.facts.FactField;
import whom.facts.FactKind;
import whom.facts.Facts;
import whom.facts.KindsOfFacts;
import whom.facts.Typed;
import whom.kernel.Refused;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;

/**
 * Who pays for one scope of a service, in what shares: agreed together from a day on, since a single one could not change
 * without the others (D4). Fields are those of a funding, with {@code payer1, payer1Person, kind1, share1} and so on.
 */
@Component
public class SharesOfScope {

    static final int MOST = 6;

    private final Rows rows;
    private final Facts facts;
    private final KindsOfFacts kinds;

    SharesOfScope(Rows rows, Facts facts, KindsOfFacts kinds) {
        this.rows = rows;
        this.facts = facts;
        this.kinds = kinds;
    }

    /** Ends what was agreed for the scope, and begins what is agreed now. @throws Refused when the shares do not sum to 100 */
    @Transactional
    public void agree(Typed typed) {
        FactKind fundings = kinds.required("fundings").unchecked();
        LocalDate from = typed.date("from");
        String last = "";
        for (int i = 1; i <= MOST; i++) {
            if (!typed.text("share" + i).isEmpty()) {
                last = add(fundings, typed, i);
                endOthers(fundings, last, from, typed.text("reason"));
            }
        }
        if (last.isEmpty()) {
            throw new Refused("share1", "facts.refused.share");
        }
        hold(rows, last);
    }

    /** From a day on nobody pays for a scope any more: all its shares end together. @throws Refused when nobody did */
    @Transactional
    public void end(Typed typed) {
        FactKind fundings = kinds.required("fundings").unchecked();
        LocalDate to = typed.date("to");
        List<@Nullable Object> scope = new ArrayList<>();
        fundings.fields().stream().filter(f -> f.name().equals("service") || f instanceof FactField.Scope).forEach(f -> scope.addAll(facts.values(f, typed)));
        List<Old> old = rows.list(Sql.of("""
                select f.key, greatest(f.valid_from, ?) as until from standings.funding f
                where f.service_id = ? and f.scope = ? and f.scope_unit_id is not distinct from ? and f.scope_person_id is not distinct from ?
                  and f.superseded_at is null and (f.valid_to is null or f.valid_to > ?) and (f.valid_to is null or f.valid_from < f.valid_to) limit 50
                """, to, scope.get(0), scope.get(1), scope.get(2), scope.get(3), to), SharesOfScope::old);
        if (old.isEmpty()) {
            throw new Refused("scope", "facts.refused.no_shares");
        }
        old.forEach(o -> facts.end(fundings, o.key, new Typed(Map.of("to", o.until, "reason", typed.text("reason")))));
    }

    /** @throws Refused when the shares beside this funding do not sum to 100 on some day, saying by how much */
    static void hold(Rows rows, String key) {
        rows.first(Sql.of("select sum from standings.wrong_share(?) as sum where sum is not null", key), row -> row.decimal("sum"))
                .ifPresent(sum -> { throw new Refused("share", "facts.refused.shares_sum", sum.stripTrailingZeros().toPlainString()); });
    }

    private String add(FactKind fundings, Typed typed, int i) {
        Map<String, String> one = new HashMap<>(typed.texts());
        one.remove("key");
        for (String name : List.of("payer", "payerPerson", "kind", "share")) {
            one.put(name, typed.text(name.equals("payerPerson") ? "payer" + i + "Person" : name + i));
        }
        try {
            return facts.add(fundings, new Typed(one));
        } catch (Refused e) {
            boolean numbered = one.containsKey(e.field()) && List.of("payer", "payerPerson", "kind", "share").contains(e.field());
            throw numbered ? new Refused(e.field().equals("payerPerson") ? "payer" + i + "Person" : e.field() + i, e.key(), e.arguments()) : e;
        }
    }

    /** Those of the same scope that were recorded before this agreement and still count on its first day or later. */
    private void endOthers(FactKind fundings, String key, LocalDate from, String reason) {
        List<Old> old = rows.list(Sql.of("""
                select o.key, greatest(o.valid_from, ?) as until from standings.funding n join standings.funding o
                  on o.service_id = n.service_id and o.scope = n.scope and o.scope_unit_id is not distinct from n.scope_unit_id
                 and o.scope_person_id is not distinct from n.scope_person_id
                where n.key = ? and n.superseded_at is null and o.superseded_at is null and o.recorded_at < now() and (o.valid_to is null or o.valid_to > ?)
                  and (o.valid_to is null or o.valid_from < o.valid_to) limit 50
                """, from, key, from), SharesOfScope::old);
        old.forEach(o -> facts.end(fundings, o.key, new Typed(Map.of("to", o.until, "reason", reason))));
    }

    private static Old old(Row row) throws java.sql.SQLException {
        return new Old(row.text("key"), String.valueOf(row.date("until")));
    }

    private record Old(String key, String until) {}
}
