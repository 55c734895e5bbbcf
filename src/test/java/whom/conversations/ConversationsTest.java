package whom.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whom.World.ANN;
import static whom.World.BEN;
import static whom.World.CAT;
import static whom.World.EVE;
import static whom.World.FAY;
import static whom.World.GUS;
import static whom.World.KIM;
import static whom.World.LEO;
import static whom.World.MIA;
import static whom.World.NETWORK;
import static whom.World.acting;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;
import whom.kernel.NotFound;
import whom.kernel.Refused;

/** The door as its callers use it: saying, noting, attaching, reading. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationsTest {

    private final World world;
    private final Conversations conversations;
    private final Attachments attachments;
    private final Readers readers;
    private final Drafts drafts;
    private final SideConversations sides;

    ConversationsTest(TestDatabase database, Conversations conversations, Attachments attachments, Readers readers, Drafts drafts, SideConversations sides) {
        this.world = World.in(database);
        this.conversations = conversations;
        this.attachments = attachments;
        this.readers = readers;
        this.drafts = drafts;
        this.sides = sides;
    }

    private long ticket() {
        return world.raised(ANN, ANN, NETWORK, "VPN drops", "every hour");
    }

    @Test
    void what_is_said_is_there_for_both_sides_with_who_said_it() {
        long ticket = ticket();
        acting(FAY, () -> conversations.say(ticket, "  We look into it.  ", List.of()));
        var seen = acting(ANN, () -> conversations.open(ticket));
        assertThat(seen.messages()).extracting(Message::text).containsExactly("every hour", "We look into it.");
        assertThat(seen.messages()).extracting(Message::sender).containsExactly("Ann", "Fay");
        assertThat(seen.messages()).extracting(Message::byDesk).containsExactly(false, true);
        assertThat(seen.messages()).extracting(Message::mine).containsExactly(true, false);
        assertThat(seen.serves()).isTrue();
    }

    @Test
    void the_one_served_sees_that_there_is_a_note_and_not_what_it_says() {
        long ticket = ticket();
        acting(FAY, () -> conversations.note(ticket, "she is cross", List.of()));
        var seen = acting(ANN, () -> conversations.open(ticket));
        assertThat(seen.notes()).isEqualTo(1);
        assertThat(seen.notesThread()).isNull();
        assertThat(seen.messages()).extracting(Message::text).doesNotContain("she is cross");
        assertThat(acting(GUS, () -> conversations.open(ticket)).messages()).extracting(Message::kind).contains(Message.Kind.NOTES);
    }

    @Test
    void whoever_may_not_read_gets_what_they_would_get_if_it_were_not_there() {
        long ticket = ticket();
        for (long stranger : new long[] {CAT, KIM, LEO, EVE}) {
            assertThatThrownBy(() -> acting(stranger, () -> conversations.open(ticket))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> acting(stranger, () -> conversations.open(987_654))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> acting(stranger, () -> conversations.say(ticket, "hello", List.of()))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> acting(stranger, () -> conversations.numbered(world.number(ticket)))).isInstanceOf(NotFound.class);
        }
        assertThat(acting(ANN, () -> conversations.numbered(world.number(ticket).toLowerCase()))).isEqualTo(ticket);
    }

    @Test
    void nothing_is_not_a_message() {
        long ticket = ticket();
        assertThatThrownBy(() -> acting(ANN, () -> conversations.say(ticket, " \n ", List.of()))).isInstanceOf(Refused.class).hasMessage("text: conversations.say.empty");
    }

    @Test
    void a_file_comes_back_as_it_was_to_those_who_may_read_it() {
        long ticket = ticket();
        byte[] bytes = new byte[3_000_000];
        new java.util.Random(1).nextBytes(bytes);
        acting(FAY, () -> conversations.say(ticket, "the trace", List.of(upload("../trace.bin", bytes))));
        Attachment file = acting(ANN, () -> conversations.open(ticket)).messages().getLast().files().getFirst();
        assertThat(file.name()).isEqualTo("trace.bin");
        assertThat(file.type()).isEqualTo(FileType.OCTETS);
        assertThat(read(ANN, file.id())).isEqualTo(bytes);
        assertThatThrownBy(() -> acting(CAT, () -> attachments.open(file.id()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> read(CAT, file.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void the_same_file_is_kept_once_and_goes_to_each_as_before() {
        long ticket = ticket();
        byte[] bytes = "the same".getBytes(StandardCharsets.UTF_8);
        acting(FAY, () -> conversations.say(ticket, "one", List.of(upload("a.txt", bytes))));
        acting(ANN, () -> conversations.say(ticket, "two", List.of(upload("b.txt", bytes))));
        assertThat(world.knows("select count(*) from conversations.content where bytes = 'the same'")).isEqualTo("2");
        world.sees(whom.access.Actor.Machine.JOBS, "select conversations.keep_once(100)");
        assertThat(world.knows("select count(*) from conversations.content where bytes = 'the same'")).isEqualTo("1");
        for (Message message : acting(ANN, () -> conversations.open(ticket)).messages()) {
            message.files().forEach(file -> assertThat(read(ANN, file.id())).isEqualTo(bytes));
        }
    }

    @Test
    void nobody_adds_a_file_to_what_was_read_already() {
        long ticket = ticket();
        long message = acting(FAY, () -> conversations.say(ticket, "done", List.of()));
        assertThat(world.asks(FAY, "select conversations.attach(?, 'late.txt', 'text/plain', 'x'::bytea)", message)).isEqualTo("null");
        assertThat(world.asks(GUS, "select conversations.attach(?, 'late.txt', 'text/plain', 'x'::bytea)", message)).isEqualTo("null");
    }

    @Test
    void a_draft_is_there_on_the_next_device_and_goes_when_it_was_said() {
        long ticket = ticket();
        long thread = acting(ANN, () -> conversations.read(ticket)).mainThread();
        acting(ANN, () -> drafts.save(thread, "I tried"));
        acting(ANN, () -> drafts.save(thread, "I tried again"));
        assertThat(acting(ANN, () -> drafts.of(thread))).contains("I tried again");
        assertThat(acting(FAY, () -> drafts.of(thread))).isEmpty();
        assertThatThrownBy(() -> acting(CAT, () -> drafts.save(thread, "x"))).isInstanceOf(NotFound.class);
        acting(ANN, () -> conversations.say(ticket, "I tried again", List.of()));
        assertThat(acting(ANN, () -> drafts.of(thread))).isEmpty();
    }

    @Test
    void reading_is_on_record_by_team_and_not_by_name_unless_the_house_so_chose() {
        long ticket = ticket();
        acting(GUS, () -> conversations.open(ticket));
        acting(ANN, () -> conversations.open(ticket));
        assertThat(acting(ANN, () -> readers.whoHasRead(ticket, "de"))).singleElement()
                .satisfies(r -> assertThat(List.of(r.right(), r.team(), r.name())).isEqualTo(List.of(Right.TEAM, "Netz", "")));
        world.makes("insert into access.setting values ('conversations.readers_by_name', 'true')");
        assertThat(acting(ANN, () -> readers.whoHasRead(ticket, "de"))).singleElement().satisfies(r -> assertThat(r.name()).isEqualTo("Gus Glover"));
        world.makes("delete from access.setting where name = 'conversations.readers_by_name'");
        assertThat(acting(GUS, () -> readers.whoHasRead(ticket, "de"))).isEmpty();
    }

    @Test
    void a_side_conversation_begins_empty_and_opens_that_one_alone() {
        long ticket = ticket();
        UUID side = acting(FAY, () -> sides.open(ticket, "Line fault", "The supplier has to measure", List.of(MIA)));
        assertThat(acting(MIA, () -> sides.read(side)).messages()).isEmpty();
        acting(FAY, () -> sides.say(side, "Please measure", List.of()));
        acting(MIA, () -> sides.say(side, "We do", List.of()));
        assertThat(acting(ANN, () -> sides.read(side))).satisfies(s -> {
            assertThat(s.messages()).extracting(Message::text).containsExactly("Please measure", "We do");
            assertThat(s.mayAnswer()).isFalse();
        });
        assertThatThrownBy(() -> acting(MIA, () -> conversations.open(ticket))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> acting(GUS, () -> sides.read(side))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> acting(ANN, () -> sides.say(side, "me too", List.of()))).isInstanceOf(NotFound.class);
        assertThat(acting(ANN, () -> sides.of(ticket))).singleElement().satisfies(s -> assertThat(s.participants()).contains("Mia Mason", "Fay"));
    }

    @Test
    void withholding_a_side_conversation_takes_two_and_has_an_end() {
        long ticket = ticket();
        UUID side = acting(FAY, () -> sides.open(ticket, "An inquiry", "Security asked", List.of(LEO)));
        Instant end = Instant.now().plus(10, ChronoUnit.DAYS);
        acting(FAY, () -> sides.askToWithhold(side, "the inquiry is under way", end));
        assertThat(acting(ANN, () -> sides.read(side)).subject()).isEqualTo("An inquiry");
        assertThatThrownBy(() -> acting(FAY, () -> sides.decide(ticket, side, true))).isInstanceOf(NotFound.class);
        acting(GUS, () -> sides.decide(ticket, side, true));
        assertThatThrownBy(() -> acting(ANN, () -> sides.read(side))).isInstanceOf(NotFound.class);
        assertThat(acting(ANN, () -> sides.of(ticket))).singleElement().satisfies(s -> {
            assertThat(s.withheld()).isTrue();
            assertThat(s.why()).isEqualTo("Security asked");
            assertThat(s.subject()).isEmpty();
            assertThat(s.withheldReason()).isEqualTo("the inquiry is under way");
        });
        world.makes("update conversations.thread set withheld_until = now() where public_id = '" + side + "'");
        assertThat(acting(ANN, () -> sides.read(side)).subject()).isEqualTo("An inquiry");
    }

    @Test
    void words_of_the_one_served_open_again_what_was_called_solved() {
        long ticket = ticket();
        acting(FAY, () -> conversations.say(ticket, "try now", List.of()));
        assertThat(world.knows("select answered_at is not null from tickets.ticket where id = " + ticket)).isEqualTo("t");
        world.makes("update tickets.ticket set stage = 'solved', solved_at = now() where id = " + ticket);
        acting(ANN, () -> conversations.say(ticket, "still broken", List.of()));
        assertThat(world.knows("select stage from tickets.ticket where id = " + ticket)).isEqualTo("open");
    }

    private static Upload upload(String name, byte[] bytes) {
        return new Upload(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private byte[] read(long who, UUID id) {
        var all = new java.io.ByteArrayOutputStream();
        for (byte[] piece; (piece = acting(who, () -> attachments.piece(id, all.size()))).length > 0; ) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
