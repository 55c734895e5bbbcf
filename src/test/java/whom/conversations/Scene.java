package whom.conversations;

import static whom.World.ANN;
import static whom.World.BEN;
import static whom.World.CARE;
import static whom.World.FAY;
import static whom.World.GUS;
import static whom.World.HAL;
import static whom.World.IDA;
import static whom.World.KIM;
import static whom.World.LEO;
import static whom.World.LOBBY;
import static whom.World.MIA;
import static whom.World.NAT;
import static whom.World.NETWORK;
import static whom.World.PAYROLL;

import java.util.Map;
import whom.World;

/** The conversations of {@code access/conversations.txt}, made by the acts of those who take part. */
record Scene(World world, Map<String, Long> conversations, Map<String, Long> accounts, Map<String, Long> threads) {

    static Scene in(World world) {
        long vpn = world.raised(ANN, ANN, NETWORK, "VPN drops", "first words");
        String answer = say(world, FAY, vpn, "main", "an answer");
        say(world, GUS, vpn, "notes", "a note");
        world.asks(ANN, "select conversations.let_in(?, ?, null, now() + interval '7 days', array[?]::bigint[])", BEN, vpn, Long.parseLong(answer));
        world.asks(FAY, "select conversations.attach(conversations.say(t.id, 'later', 'en', 'web'), 'trace.txt', 'text/plain', 'hop 1'::bytea) from conversations.thread t where conversation_id = ? and kind = 'main'", vpn);
        long aside = Long.parseLong(world.asks(FAY, "select conversations.open_side(?, 'line fault', 'ask Mia', array[?]::bigint[])", vpn, MIA));
        world.asks(FAY, "select conversations.say(?, 'to the supplier', 'en', 'web')", aside);
        world.asks(MIA, "select conversations.say(?, 'from the supplier', 'en', 'web')", aside);
        long withheld = Long.parseLong(world.asks(FAY, "select conversations.open_side(?, 'the line', 'about the line', array[?]::bigint[])", vpn, LEO));
        world.asks(FAY, "select conversations.ask_to_withhold(?, 'security', now() + interval '7 days')", withheld);
        world.asks(GUS, "select conversations.decide_withholding(?, true)", withheld);
        world.asks(FAY, "select conversations.say(?, 'about the line', 'en', 'web')", withheld);
        world.as(FAY, () -> world.rows().change(whom.kernel.Sql.of(
                "insert into conversations.draft (account_id, thread_id, conversation_id, text) select ?, id, conversation_id, 'half a thought' from conversations.thread where conversation_id = ? and kind = 'main'", FAY, vpn)));
        world.asks(IDA, "select conversations.decide_break(?, true)", world.asks(HAL, "select conversations.ask_to_break(?, 'theft', 4, null, null)", world.number(vpn)));
        for (long reader : new long[] {ANN, GUS, BEN, HAL}) {
            world.asks(reader, "select conversations.record_reading(?, 'conversation')", vpn);
        }

        world.makes("insert into agreements.outcome (ticket_id, clock, version_id, at, done, late, late_plain, paused) values (%d, 'solution', 72, now(), true, false, false, 0)".formatted(vpn));
        world.makes("insert into agreements.outcome (ticket_id, clock, version_id, at, done, late, late_plain, paused, behind) values (%d, 'first_response', 72, now(), true, true, true, 0, true)".formatted(vpn));
        world.makes("insert into agreements.warning (ticket_id, clock, run_from, minutes, channel, account_id, due_at) values (%d, 'solution', now(), 0, 'desk', %d, now())".formatted(vpn, FAY));

        long blame = world.raised(ANN, ANN, NETWORK, "A complaint", "he shouted");
        world.asks(ANN, "select conversations.shut_out(?, ?)", blame, GUS);
        world.as(FAY, () -> world.rows().change(whom.kernel.Sql.of("insert into tickets.link (from_id, to_id, kind) values (?, ?, 'related')", vpn, blame)));
        world.makes("insert into portal.asking (account_id, text) values (101, 'half a question')");
        world.makes("insert into portal.asking_file (asking_id, name, size, bytes) select id, 'screen.png', 0, '' from portal.asking");
        world.as(FAY, () -> world.rows().change(whom.kernel.Sql.of("insert into tickets.saved_view (owner_id, shared, name, filter) values (?, true, 'ours', ''), (?, false, 'mine', '')", FAY, FAY)));
        long sick = world.raised(ANN, ANN, CARE, "Leave", "my leave");
        long ordered = world.raised(BEN, ANN, NETWORK, "A chair", "a chair for Ann");
        say(world, FAY, ordered, "main", "which colour");
        long moved = world.raised(BEN, NAT, NETWORK, "Moving", "Nat moves");
        say(world, FAY, moved, "main", "where to");
        long desk = world.raised(ANN, ANN, LOBBY, "Door", "the door sticks");
        long wages = world.raised(KIM, KIM, PAYROLL, "Wages", "three months late");
        world.asks(IDA, "select conversations.decide_break(?, true)",
                world.asks(HAL, "select conversations.ask_to_break(?, 'fraud', 4, 'an inquiry', now() + interval '60 days')", world.number(wages)));
        world.asks(HAL, "select conversations.record_reading(?, 'conversation')", wages);
        world.makes("insert into mail.incoming (hash, trusted, raw, outcome, state, failure) values ('x', true, 'zebra letter', 'opened', 'put_aside', 'spam')");
        world.makes("insert into mail.outgoing (address, mail_id, kind, automatic) values ('ann@example.org', 'x@y', 'trial', true)");
        world.makes("insert into mail.mailbox (address) values ('help@example.org')");
        world.makes("insert into mail.wording (occasion, language, audience, edition) values ('answer', 'en', 'inside', 1)");
        world.makes("insert into mail.sender (team_id, address) values (12, 'help@example.org')");
        world.makes("insert into mail.stopped (conversation_id, account_id) select min(id), 102 from conversations.conversation");
        return new Scene(world, Map.of("vpn", vpn, "blame", blame, "sick", sick, "ordered", ordered, "moved", moved, "desk", desk, "wages", wages, "", 0L),
                ids(world, "select key, id from access.account"),
                ids(world, "select kind || ' ' || conversation_id, min(id) from conversations.thread group by 1"));
    }

    private static Map<String, Long> ids(World world, String sql) {
        return world.database().asOwner().sql(sql).query((row, n) -> Map.entry(row.getString(1), row.getLong(2))).list().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    String thread(String kind, long conversation) {
        return threads.getOrDefault(kind + " " + conversation, 0L).toString();
    }

    static String say(World world, long who, long conversation, String kind, String text) {
        return world.asks(who, "select conversations.say((select id from conversations.thread where conversation_id = ? and kind = ?), ?, 'en', 'web')", conversation, kind, text);
    }
}
