package whom.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
            page("ticket", agent, numbers(mine).stream().map(n -> "/tickets/" + n + "?view=open").toList());
            page("search, rare word", agent, mine.stream().limit(200).map(id -> search(Prose.rare(id))).toList());
            page("search, middling word", agent, IntStream.range(0, 30).mapToObj(n -> search(prose.middling(n))).toList());
            page("search, common word", agent, IntStream.range(0, 20).mapToObj(n -> search(prose.common(n))).toList());
        }
        token("who", Asker.ALL, IntStream.range(0, DIFFERENT).mapToObj(_ -> "/api/v1/standings?person=p" + (1 + random.nextInt(size.people())) + "&service=s" + (1 + random.nextInt(size.services()))).toList(), null);
        List<Long> own = ids(Asker.SERVED);
        page("portal home", Asker.SERVED, List.of("/"));
        page("own requests", Asker.SERVED, List.of("/requests"));
        page("own request", Asker.SERVED, numbers(own).stream().map(n -> "/requests/" + n).toList());
        for (Asker asker : List.of(Asker.SOME, Asker.SERVED)) {
            token("create", asker, List.of("/api/v1/tickets"), "{\"service\": \"s1\", \"subject\": \"" + prose.text(random, 6) + "\", \"text\": \"" + prose.text(random, 30) + "\"}");
        }
        return new Plan(size.tickets(), asks);
    }

    private void page(String what, Asker asker, List<String> paths) {
        asks.add(new Ask(what, asker.words, paths, Map.of("Cookie", "whom=bench-session-of-" + asker + "-{client}"), null));
    }

    private void token(String what, Asker asker, List<String> paths, @Nullable String body) {
        Map<String, String> bearer = Map.of("Authorization", "Bearer " + asker.token());
        asks.add(new Ask(what, asker.words, paths, body == null ? bearer : Map.of("Authorization", "Bearer " + asker.token(), "Content-Type", "application/json"), body));
    }

    private static String search(String word) {
        return "/search?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    /** Tickets that the asker may read, in no order, always the same ones. */
    private List<Long> ids(Asker asker) throws SQLException {
        try (var statement = owner.prepareStatement("""
                select s.ticket_id from tickets.sight s join (select id as key from people.person where id = ? union select key from access.reader_key where account_id = ?) k on k.key = s.key
                where s.ticket_id % greatest(1, ?) = 0 order by s.ticket_id * 2654435761 % 1000003, 1 limit ?""")) {
            statement.setLong(1, asker.id(size));
            statement.setLong(2, asker.id(size));
            statement.setLong(3, asker == Asker.ALL ? size.tickets() / 20_000 : 1);
            statement.setLong(4, DIFFERENT);
            return read(statement, rows -> rows.getLong(1));
        }
    }

    private List<String> numbers(List<Long> ids) throws SQLException {
        try (var statement = owner.prepareStatement("select number from tickets.ticket where id = any (?)")) {
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
