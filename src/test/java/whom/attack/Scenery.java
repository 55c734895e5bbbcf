package whom.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import whom.World;

/** What is hidden in the world of {@link AttackTest}, and from whom. */
record Scenery(List<Planted> planted) {

    private static final String NO_ID = "ffffffff-ffff-4fff-8fff-ffffffffffff";

    static Scenery in(World world) {
        long vpn = world.raised(World.ANN, World.ANN, World.NETWORK, "zebrasubject", "zebrabody");
        long wages = world.raised(World.KIM, World.KIM, World.PAYROLL, "okapisubject", "okapibody");
        long care = world.raised(World.ANN, World.ANN, World.CARE, "tapirsubject", "tapirbody");
        world.makes("insert into conversations.message (conversation_id, thread_id, audience, author_id, sender, text) "
                + "select conversation_id, id, 'notes', 106, 'Fay', 'zebranote' from conversations.thread where kind = 'notes' and conversation_id = " + vpn);
        world.makes("insert into mail.incoming (key, hash, trusted, raw, sender, state, failure) values ('zebraaside', 'x', true, 'zebraletter', 'zebraletter@example.org', 'put_aside', 'spam')");
        world.asks(World.FAY, "select conversations.attach(conversations.say(t.id, 'zebrabody', 'en', 'web'), 'zebrafile.txt', 'text/plain', 'zebrabytes'::bytea) from conversations.thread t where conversation_id = ? and kind = 'main'", vpn);
        long side = Long.parseLong(world.asks(World.FAY, "select conversations.open_side(?, 'gnusubject', 'gnureason', array[?]::bigint[])", vpn, World.MIA));
        world.asks(World.FAY, "select conversations.say(?, 'gnubody', 'en', 'web')", side);
        world.asks(World.ANN, "select conversations.let_in(?, ?, null, now() + interval '7 days', array[]::bigint[])", World.NAT, care);
        world.asks(World.HAL, "select conversations.ask_to_break(?, 'kudupurpose', 4, null, null)", world.number(vpn));
        String asking = world.knows("insert into portal.asking (account_id, text) values (" + World.NAT + ", 'ibexbody') returning id");
        world.makes("insert into tickets.saved_view (owner_id, shared, name, filter) values (106, false, 'lynxview', 'lynxfilter')");
        discreet(world);
        own(world);

        List<Planted> all = new ArrayList<>();
        List<String> tickets = List.of("number", "ticket", "conversation", "other", "into");
        String nowhere = world.number(5_000_000);
        all.addAll(Planted.of(tickets, "", world.number(vpn), nowhere, Set.of(World.ANN, World.FAY, World.GUS)));
        all.addAll(Planted.of(tickets, "", world.number(wages), nowhere, Set.of(World.KIM, World.LEO)));
        all.addAll(Planted.of(tickets, "", world.number(care), nowhere, Set.of(World.ANN, World.LEO)));
        Set<Long> onVpn = Set.of(World.ANN, World.FAY, World.GUS);
        all.addAll(Planted.of(List.of("id", "message"), "/messages/", one(world, "select public_id from conversations.message where text = 'zebrabody' limit 1"), NO_ID, onVpn));
        all.addAll(Planted.of(List.of("id", "message"), "/messages/", one(world, "select public_id from conversations.message where text = 'zebranote'"), NO_ID, Set.of(World.FAY, World.GUS)));
        all.addAll(Planted.of(List.of("id", "message"), "/messages/", one(world, "select public_id from conversations.message where text = 'gnubody'"), NO_ID, Set.of(World.ANN, World.FAY, World.GUS, World.MIA)));
        all.addAll(Planted.of(List.of("id", "attachment"), "/attachments/", one(world, "select public_id from conversations.attachment where name = 'zebrafile.txt'"), NO_ID, onVpn));
        all.addAll(Planted.of(List.of("side", "thread"), "/side", one(world, "select public_id from conversations.thread where id = " + side), NO_ID, Set.of(World.ANN, World.FAY, World.GUS, World.MIA)));
        all.addAll(Planted.of(List.of("key"), "/let-ins/", one(world, "select key from conversations.let_in"), NO_ID, Set.of(World.ANN, World.NAT, World.LEO)));
        all.addAll(Planted.of(List.of("key"), "/seals?[-/]", one(world, "select key from conversations.seal_break"), NO_ID, Set.of(World.HAL, World.IDA, World.JON)));
        all.addAll(Planted.of(List.of("key"), "/mail/aside/", "zebraaside", "zebrasside", Set.of(World.HAL, World.EVE, World.IDA)));
        all.addAll(Planted.of(List.of("key"), "/tickets/views/", one(world, "select key from tickets.saved_view where name = 'lynxview'"), NO_ID, Set.of(World.FAY)));
        all.addAll(Planted.of(List.of("asking"), "/help/", asking, NO_ID, Set.of(World.NAT)));
        all.addAll(Planted.of(List.of("id"), "/sessions/", "8001", "8999", Set.of(World.NAT)));
        all.addAll(Planted.of(List.of("id"), "/tokens/", "8001", "8999", Set.of(World.NAT)));
        Set<Long> caring = Set.of(World.LEO, World.HAL, World.ANN);
        all.addAll(Planted.of(List.of("key"), "/services/", "care", "czre", caring));
        all.addAll(Planted.of(List.of("key"), "/services/", "caretalk", "czretalk", caring));
        all.addAll(Planted.of(List.of("service"), "", "care", "czre", caring));
        all.addAll(Planted.of(List.of("service"), "", "caretalk", "czretalk", caring));
        all.addAll(Planted.of(List.of("key"), "/agreements/", "carepact", "czrepact", caring));
        all.addAll(Planted.of(List.of("key"), "/units/", "huddle", "hudzle", Set.of(World.HAL, World.NAT)));
        Set<Long> keepers = Set.of(World.HAL, World.IDA);
        for (String fact : List.of("fundings f1", "memberships m102", "entitlements carefor")) {
            String kind = fact.split(" ")[0], key = fact.split(" ")[1];
            all.add(new Planted(Pattern.compile("/facts/"), Map.of("kind", kind, "key", key), Map.of("kind", kind, "key", "z" + key.substring(1)), key.equals("carefor") ? Set.of(World.HAL) : keepers));
        }
        all.addAll(Planted.of(List.of("person"), "/(who|as|members|let-in|closed)/", "ben", "bzn", Set.of(World.ANN, World.BEN, World.CAT, World.DAN, World.EVE, World.FAY, World.GUS, World.HAL, World.IDA, World.JON,
                World.LEO, World.NAT, World.ODD)));
        all.addAll(Planted.of(List.of("key"), "/people/", "ben", "bzn", all.getLast().known()));
        return new Scenery(List.copyOf(all));
    }

    /** A service that is for its own people, one within it, and all that hangs on it; and a unit. */
    private static void discreet(World world) {
        world.makes("update services.service set name = '{\"en\": \"Quollcare\", \"de\": \"Quollhilfe\"}', about = '{\"en\": \"quollabout\"}' where id = 25");
        world.makes("insert into services.service (id, key, name, provider_id, parent_id) values (27, 'caretalk', '{\"en\": \"Quolltalk\"}', 3, 25)");
        world.makes("insert into services.offering (key, service_id, name) values ('careoffer', 25, '{\"en\": \"Quolloffer\"}')");
        world.makes("insert into services.output (key, service_id, name) values ('careoutput', 25, '{\"en\": \"Quolloutput\"}')");
        world.makes("insert into standings.entitlement (key, service_id, scope, scope_person_id, valid_from) values ('carefor', 25, 'person', 114, '2020-01-01')");
        world.makes("insert into standings.funding (key, service_id, kind, scope, payer_unit_id, share, valid_from) values ('carepaid', 25, 'allocation', 'everybody', 1, 100, '2020-01-01')");
        world.makes("insert into agreements.agreement (id, key, name, service_id) values (73, 'carepact', '{\"en\": \"Quollpact\"}', 25)");
        world.makes("insert into agreements.version (id, agreement_id, valid_from, calendar_id) values (74, 73, '2020-01-01', 31)");
        world.makes("insert into agreements.exception (agreement_id, function, unit_id, reason, grantor, from_day, until_day) values (73, 'quollcooks', 2, 'quollreason', 'Dan Draper', current_date - 30, current_date + 30)");
        world.makes("insert into mail.mailbox (address, service_id) values ('help@example.org', 25)");
        world.makes("insert into people.unit (id, key, kind, name, discreet) values (90, 'huddle', 'team', '{\"en\": \"Quokkaunit\"}', true)");
        world.makes("insert into people.placement (key, unit_id, parent_id, valid_from) values ('p90', 90, 1, '2020-01-01')");
        world.makes("insert into people.membership (key, unit_id, person_id, valid_from) values ('m90', 90, 114, '2020-01-01')");
    }

    /** A session and a token of somebody else. */
    private static void own(World world) {
        world.makes("insert into access.session (id, hash, account_id, expires_at) overriding system value values (8001, 'x', 114, now() + interval '1 day')");
        world.makes("insert into access.token (id, hash, account_id, name, scopes, expires_at) overriding system value values (8001, 'x', 114, 'lynxtoken', '{}', now() + interval '1 day')");
    }

    private static String one(World world, String sql) {
        String found = world.knows(sql);
        if (found.equals("null")) {
            throw new IllegalStateException("nothing planted: " + sql);
        }
        return found;
    }
}
