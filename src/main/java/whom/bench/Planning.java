package whom.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import whom.access.Secret;

/** Lets the askers in, and picks what each of them is to ask for. */
final class Planning {

    private static final int DIFFERENT = 2_000;

    private final Connection owner;
    private final Size size;
    private final Prose prose = new Prose();
    private final Random random = new Random(3);
    private final List<Ask> asks = new ArrayList<>();

    Planning(Connection owner, Size size) {
        this.owner = owner;
        this.size = size;
    }

    Plan plan() throws SQLException {
        for (Asker asker : Asker.values()) {
            letIn(asker);
        }
        for (Asker agent : List.of(Asker.SOME, Asker.ALL)) {
            List<Long> mine = ids(agent);
            page("queue", agent, List.of("/tickets?view=open"));
            List<String> opened = numbers(mine).stream().map(n -> "/tickets/" + n + "?view=open").toList();
            page("ticket and its list", agent, opened);
            page("ticket, from its list", agent, opened, Map.of("HX-Request", "true", "HX-Target", "main")); // as the page's script does
            page("search, rare word", agent, mine.stream().limit(200).map(id -> search(Prose.rare(id))).toList());
            page("search, middling word", agent, IntStream.range(0, 30).mapToObj(n -> search(prose.middling(n))).toList());
            page("search, common word", agent, IntStream.range(0, 20).mapToObj(n -> search(prose.common(n))).toList());
        }
        token("who", Asker.ALL, helped(ids(Asker.ALL)).stream().map(pair -> "/api/v1/standings?" + pair).toList(), List.of());
        List<Long> own = ids(Asker.SERVED);
        page("portal home", Asker.SERVED, List.of("/"));
        page("own requests", Asker.SERVED, List.of("/requests"));
        page("own request", Asker.SERVED, numbers(own).stream().map(n -> "/requests/" + n).toList());
        for (Asker asker : List.of(Asker.SOME, Asker.SERVED)) {
            // as different as those that are there: they are found among them by what is searched in the next run
            token("create", asker, List.of("/api/v1/tickets"), IntStream.range(0, DIFFERENT).mapToObj(n -> "{\"service\": \"s" + (1 + n % size.services()) + "\", \"subject\": \"" + prose.text(random, 6)
                    + "\", \"text\": \"" + prose.text(random, 30) + "\"}").toList());
        }
        return new Plan(size.tickets(), asks);
    }

    private void page(String what, Asker asker, List<String> paths) {
        page(what, asker, paths, Map.of());
    }

    private void page(String what, Asker asker, List<String> paths, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Cookie", "whom=bench-session-of-" + asker + "-{client}");
        asks.add(new Ask(what, asker.words, paths, headers, List.of()));
    }

    private void token(String what, Asker asker, List<String> paths, List<String> bodies) {
        Map<String, String> bearer = Map.of("Authorization", "Bearer " + asker.token());
        asks.add(new Ask(what, asker.words, paths, bodies.isEmpty() ? bearer : Map.of("Authorization", "Bearer " + asker.token(), "Content-Type", "application/json"), bodies));
    }

    private static String search(String word) {
        return "/search?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    /** Tickets that the asker works on, or is served in, in no order, always the same ones. */
    private List<Long> ids(Asker asker) throws SQLException {
        try (var statement = owner.prepareStatement("""
                select s.ticket_id from tickets.sight s join (select id as key from people.person where id = ? union select key from access.reader_key where account_id = ?) k on k.key = s.key
                where (k.key < 0) = ? and s.ticket_id % greatest(1, ?) = 0 order by s.ticket_id * 2654435761 % 1000003, 1 limit ?""")) {
            statement.setLong(1, asker.id(size));
            statement.setLong(2, asker.id(size));
            statement.setBoolean(3, asker != Asker.SERVED);
            statement.setLong(4, asker == Asker.ALL ? size.tickets() / 20_000 : 1);
            statement.setLong(5, DIFFERENT);
            return read(statement, rows -> rows.getLong(1));
        }
    }

    private List<String> numbers(List<Long> ids) throws SQLException {
        try (var statement = owner.prepareStatement("select number from tickets.ticket where id = any (?)")) {
            statement.setArray(1, owner.createArrayOf("bigint", ids.toArray()));
            return read(statement, rows -> rows.getString(1));
        }
    }

    /** Whom these tickets help with which service: of them the agents may know (D8). */
    private List<String> helped(List<Long> ids) throws SQLException {
        try (var statement = owner.prepareStatement("select 'person=' || p.key || '&service=' || s.key from tickets.ticket t join people.person p on p.id = t.served_id join services.service s on s.id = t.service_id "
                + "where t.id = any (?)")) {
            statement.setArray(1, owner.createArrayOf("bigint", ids.toArray()));
            return read(statement, rows -> rows.getString(1));
        }
    }

    private interface To<T> {
        T read(java.sql.ResultSet rows) throws SQLException;
    }

    private static <T> List<T> read(java.sql.PreparedStatement statement, To<T> to) throws SQLException {
        List<T> found = new ArrayList<>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(to.read(rows));
            }
        }
        return found;
    }

    private void letIn(Asker asker) throws SQLException {
        for (int client = 0; client < Target.CLIENTS; client++) {
            run("insert into access.session (hash, account_id, expires_at, device) values (?, ?, now() + interval '1 year', 'bench') on conflict (hash) do update set expires_at = excluded.expires_at",
                    Secret.hash(asker.cookie(client)), asker.id(size));
        }
        run("insert into access.token (hash, account_id, expires_at, name, scopes) values (?, ?, now() + interval '1 year', 'bench', '{conversations:read,tickets:write,facts:read}') "
                + "on conflict (hash) do update set expires_at = excluded.expires_at", Secret.hash(asker.token()), asker.id(size));
    }

    private void run(String sql, byte[] hash, long account) throws SQLException {
        try (var statement = owner.prepareStatement(sql)) {
            statement.setBytes(1, hash);
            statement.setLong(2, account);
            statement.executeUpdate();
        }
    }
}
