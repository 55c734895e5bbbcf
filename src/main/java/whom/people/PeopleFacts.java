package whom.people;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.facts.FactField.Choice;
import whom.facts.FactField.Flag;
import whom.facts.FactField.Reference;
import whom.facts.FactKind;
import whom.facts.Referent;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** The dated facts about people and units. */
@Configuration(proxyBeanMethods = false)
class PeopleFacts {

    @Bean
    FactKind.Kinds kindsAboutPeople(Rows rows) {
        return new FactKind.Kinds(List.of(
                new FactKind("placements", "people.placement", new Reference("unit", "unit_id", Referent.UNIT), new Reference("parent", "parent_id", Referent.UNIT, true))
                        .checkedBy((kind, key) -> {
                            if (rows.is(Sql.of("select people.under_itself(?)", key))) {
                                throw new Refused("parent", "facts.refused.under_itself");
                            }
                        }),
                new FactKind("memberships", "people.membership", new Reference("person", "person_id", Referent.PERSON), new Reference("unit", "unit_id", Referent.UNIT),
                        new Flag("primary", "is_primary")),
                new FactKind("offices", "people.office", new Choice("office", "kind", List.of("head", "budget_holder")), new Reference("unit", "unit_id", Referent.UNIT),
                        new Reference("person", "person_id", Referent.PERSON))));
    }
}
