package whom.mail.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whom.conversations.Correspondence.Place;
import whom.mail.incoming.Placement.Answered;
import whom.mail.incoming.Placement.Facts;
import whom.mail.incoming.Placement.Joins;
import whom.mail.incoming.Placement.Known;
import whom.mail.incoming.Placement.Opens;
import whom.mail.reports.Kind;

class PlacementTest {

    private static final Place BY_ID = new Place(1, 10);
    private static final Place SIGNED = new Place(2, 20);
    private static final Place NUMBERED = new Place(3, 30);
    private static final Known ANN = new Known(101, "Ann", "en", true, false);
    private static final Known AGENT = new Known(105, "Eve", "en", true, true);

    @Test
    void ids_go_before_the_signed_address_and_that_before_the_number() {
        assertThat(place(ANN, Set.of(BY_ID, SIGNED, NUMBERED))).isEqualTo(BY_ID);
        assertThat(place(ANN, Set.of(SIGNED, NUMBERED))).isEqualTo(SIGNED);
        assertThat(place(ANN, Set.of(NUMBERED))).isEqualTo(NUMBERED);
    }

    @Test
    void whoever_could_say_nothing_in_any_of_them_gets_a_ticket_of_their_own() {
        assertThat(decide(facts(ANN, true, new Answered(SIGNED, 999L, "other@example.org")), Set.of())).isEqualTo(new Opens(true, false));
    }

    @Test
    void somebody_unknown_joins_by_the_signed_address_alone_and_unverified_whatever_servers_say() {
        assertThat(decide(facts(null, true, new Answered(SIGNED, 101L, "ann@example.org")), Set.of())).isEqualTo(new Joins(SIGNED, false, true, false));
        assertThat(decide(facts(null, true, null), Set.of(BY_ID, NUMBERED))).isEqualTo(new Opens(false, false));
    }

    @ParameterizedTest
    @CsvSource({
        // address confirmed, our server supports it, answers our mail to: verified, confirms the address
        "true,  true,  nobody,       true,  false",
        "true,  false, nobody,       false, false",
        "false, true,  nobody,       false, false",
        "true,  false, them,         true,  false",
        "true,  false, another,      false, false",
        "false, false, them,         true,  true",
        "false, false, them at another address, false, false"})
    void a_mail_is_verified_by_our_server_and_a_confirmed_address_or_as_an_answer_of_the_very_one_we_wrote_to(boolean confirmed, boolean supported, String answers, boolean verified, boolean confirms) {
        Known ann = new Known(101, "Ann", "en", confirmed, false);
        Answered answered = switch (answers) {
            case "them" -> new Answered(SIGNED, 101L, "ann@example.org");
            case "them at another address" -> new Answered(SIGNED, 101L, "old@example.org");
            case "another" -> new Answered(SIGNED, 102L, "ben@example.org");
            default -> null;
        };
        assertThat(decide(facts(ann, supported, answered), Set.of(BY_ID))).isEqualTo(new Joins(BY_ID, verified, false, confirms));
    }

    @Test
    void only_a_verified_agent_passes_mail_on_for_its_writer() {
        assertThat(decide(new Facts(Kind.MESSAGE, false, false, "eve@example.org", AGENT, true, List.of(), null, List.of(), true), Set.of())).isEqualTo(new Opens(true, true));
        assertThat(decide(new Facts(Kind.MESSAGE, false, false, "eve@example.org", AGENT, false, List.of(), null, List.of(), true), Set.of())).isEqualTo(new Opens(false, false));
        assertThat(decide(new Facts(Kind.MESSAGE, false, false, "ann@example.org", ANN, true, List.of(), null, List.of(), true), Set.of())).isEqualTo(new Opens(true, false));
    }

    @Test
    void machines_open_nothing() {
        for (Kind kind : List.of(Kind.AUTO_REPLY, Kind.DELIVERY_REPORT, Kind.FEEDBACK_REPORT, Kind.BOUNCE, Kind.SPAM, Kind.LOOP)) {
            assertThat(decide(new Facts(kind, false, false, "ann@example.org", ANN, true, List.of(), null, List.of(), false), Set.of())).as(kind.word()).isNotInstanceOf(Opens.class);
        }
        assertThat(decide(new Facts(Kind.MESSAGE, true, false, "help@desk.example", null, true, List.of(), null, List.of(), false), Set.of())).isEqualTo(new Placement.SetAside("loop"));
        assertThat(decide(new Facts(Kind.MESSAGE, false, false, null, null, true, List.of(), null, List.of(), false), Set.of())).isEqualTo(new Placement.SetAside("sender"));
    }

    private static Place place(Known who, Set<Place> heard) {
        return ((Joins) decide(facts(who, true, new Answered(SIGNED, 101L, "ann@example.org")), heard)).place();
    }

    private static Facts facts(@Nullable Known who, boolean supported, @Nullable Answered answered) {
        return new Facts(Kind.MESSAGE, false, false, "ann@example.org", who, supported, List.of(BY_ID), answered, List.of(NUMBERED), false);
    }

    private static Placement decide(Facts facts, Set<Place> heard) {
        return Placement.of(facts, heard::contains);
    }
}
