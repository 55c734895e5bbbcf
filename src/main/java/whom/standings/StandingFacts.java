package whom.standings;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whom.facts.FactField.Choice;
import whom.facts.FactField.Either;
import whom.facts.FactField.FactKey;
import whom.facts.FactField.Reference;
import whom.facts.FactField.Scope;
import whom.facts.FactField.Share;
import whom.facts.FactField.Words;
import whom.facts.FactKind;
import whom.facts.Referent;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** The dated facts from which standings are derived. */
@Configuration(proxyBeanMethods = false)
class StandingFacts {

    @Bean
    FactKind.Kinds kindsOfStandings(Rows rows) {
        var service = new Reference("service", "service_id", Referent.SERVICE);
        var initiative = new FactKey("initiative", "initiative_key", "standings.initiative", false);
        return new FactKind.Kinds(List.of(
                new FactKind("entitlements", "standings.entitlement", service, new Scope(false)),
                new FactKind("fundings", "standings.funding", service, new Scope(true), new Choice("kind", "kind", List.of("allocation", "unit", "project", "direct", "brokered")),
                        new Either("payer", "payer_unit_id", "payer_person_id"), new Share("share", "share"))
                        .checkedBy((kind, key) -> SharesOfScope.hold(rows, key)),
                new FactKind("agreements", "standings.agreement", service, new Scope(false), new Reference("signatory", "signatory_id", Referent.PERSON)),
                new FactKind("oversights", "standings.oversight", new Reference("service", "service_id", Referent.SERVICE, true), new Either("holder", "holder_unit_id", "holder_person_id")),
                new FactKind("brokerages", "standings.brokerage", service, new Reference("broker", "broker_id", Referent.UNIT), new Scope(false),
                        new FactKey("upstream", "upstream_key", "standings.brokerage", true)).checkedBy((kind, key) -> refuseCircle(rows, key)),
                new FactKind("initiatives", "standings.initiative", new Words("name", "name")),
                new FactKind("initiative-services", "standings.initiative_service", initiative, service),
                new FactKind("initiative-members", "standings.initiative_member", initiative, new Reference("person", "person_id", Referent.PERSON),
                        new Choice("side", "side", List.of("business", "it"))),
                new FactKind("observations", "standings.observation", new Reference("output", "output_id", Referent.OUTPUT), new Reference("person", "person_id", Referent.PERSON),
                        new Choice("origin", "origin", List.of("recorded", "discovered")))));
    }

    private static void refuseCircle(Rows rows, String key) {
        if (rows.is(Sql.of("select standings.brokerage_circle(?)", key))) {
            throw new Refused("upstream", "facts.refused.circle");
        }
    }
}
