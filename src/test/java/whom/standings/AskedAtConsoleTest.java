package whom.standings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.World;
import whom.database.TestDatabase;
import whom.database.WithDatabase;
import whom.vocabulary.Audience;
import whom.vocabulary.Vocabularies;

@WithDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskedAtConsoleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 5);

    private final TestDatabase database;
    private final World world;

    AskedAtConsoleTest(TestDatabase database) {
        this.database = database;
        this.world = World.in(database);
        world.makes("insert into people.placement (key, unit_id, valid_from) values ('p1', 1, '2020-01-01')");
        world.makes("insert into standings.entitlement (key, service_id, scope, scope_unit_id, valid_from) values ('e1', 21, 'unit', 1, '2020-01-01'), ('e2', 22, 'unit', 1, '2027-01-01')");
        world.raised(World.ANN, World.ANN, World.PAYROLL, "zebra", "zebra");
    }

    @Test
    void it_answers_in_sentences_with_the_evidence() throws Exception {
        assertThat(String.join("\n", asked("ann", null, DAY).lines())).contains("Ann (ann), 5 May 2026").contains("Network (network)").contains("  user")
                .contains("Network is there for all of Harbour, since 1 Jan 2020 (e1)").contains("Ann belongs to Finance").doesNotContain("Payroll");
        assertThat(String.join("\n", asked("odd", null, DAY).lines())).contains("Nothing is recorded");
    }

    @Test
    void it_answers_as_json_like_the_api_on_any_day() throws Exception {
        assertThat(asked("ann", "network", DAY).json()).isEqualTo("[{\"standing\":\"user\",\"evidence\":[\"e1\"]}]");
        assertThat(asked("ann", "network", LocalDate.of(2019, 1, 1)).json()).isEqualTo("[]");
        assertThat(asked("ann", null, LocalDate.of(2028, 1, 1)).json()).contains("\"payroll\":[{\"standing\":\"user\",\"evidence\":[\"e2\"]}]").contains("\"wifi\"");
    }

    @Test
    void a_person_is_found_by_address_too() throws Exception {
        assertThat(asked("Ann@Example.org", "network", DAY).json()).contains("e1");
    }

    @Test
    void tickets_are_no_evidence_and_the_look_is_on_record() throws Exception {
        long before = Long.parseLong(world.knows("select count(*) from log.event where verb = 'person.looked_at'"));
        assertThat(asked("ann", "payroll", LocalDate.now().isAfter(LocalDate.of(2026, 12, 31)) ? DAY : LocalDate.now()).json()).isEqualTo("[]");
        assertThat(Long.parseLong(world.knows("select count(*) from log.event where verb = 'person.looked_at' and subject_id = 101"))).isGreaterThan(before);
    }

    @Test
    void whoever_or_whatever_is_not_there_is_told() {
        assertThatThrownBy(() -> asked("nobody", null, DAY)).hasMessageContaining("nobody");
        assertThatThrownBy(() -> asked("ann", "nothing", DAY)).hasMessageContaining("There is no service \"nothing\"");
    }

    @Test
    void the_application_cannot_ask_so() {
        assertThatThrownBy(() -> world.asks(World.HAL, "select count(*) from standings.console_pieces('ann', 'network', current_date)")).hasMessageContaining("console_pieces");
    }

    private AskedAtConsole asked(String person, String service, LocalDate at) throws Exception {
        try (Connection owner = database.connectAsOwner()) {
            return AskedAtConsole.of(owner, person, service, at, Vocabularies.shipped().words(Locale.UK, Audience.INSIDE));
        }
    }
}
