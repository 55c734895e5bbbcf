package whom.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import whom.Caller;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;

/** What comes twice, too late, with a wrong key, or packed (docs/bad-input.md). */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwiceAndLateTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final RunningWhom whom;
    private final World world;
    private final String number;

    TwiceAndLateTest(RunningWhom whom, TestDatabase database) {
        this.whom = whom;
        this.world = World.in(database);
        this.number = world.number(world.raised(World.ANN, World.ANN, World.NETWORK, "Cable", "Torn"));
    }

    @Test
    void of_two_tabs_that_change_the_same_the_second_is_told() {
        try (Visit fay = Visit.by(world, whom, World.FAY)) {
            String old = world.knows("select version from tickets.ticket where number = '" + number + "'");
            fay.get("/tickets/" + number + "/subject");
            assertThat(fay.post("/tickets/" + number + "/subject", "subject", "First", "version", old).status()).isEqualTo(303);
            fay.get("/tickets/" + number + "/subject");
            Visit.Answer second = fay.post("/tickets/" + number + "/subject", "subject", "Second", "version", old);
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.body()).contains("value=\"Second\"");
            assertThat(world.knows("select subject from tickets.ticket where number = '" + number + "'")).isEqualTo("First");
        }
    }

    /** Two pages of one thing, shown before either was sent. */
    private record Tabs(String page, String action, String[] first, String[] second) {
        @Override
        public String toString() {
            return action;
        }
    }

    private static Stream<Tabs> tabs() {
        String day = LocalDate.now().plusDays(40).toString();
        return Stream.of(new Tabs("/people/ben", "/people/ben", new String[] {"name", "Ben Bull"}, new String[] {"name", "Ben Bell"}),
                new Tabs("/services/wifi", "/services/wifi", new String[] {"en", "Wi-Fi", "provider", "it", "aboutEn", "One"}, new String[] {"en", "Wi-Fi", "provider", "it", "aboutEn", "Two"}),
                new Tabs("/calendars/office", "/calendars/office/days", new String[] {"day", day, "kind", "closed"}, new String[] {"day", day, "kind", "hours", "times", "8:00-12:00"}),
                new Tabs("/agreements/lunch", "/agreements/lunch/versions", new String[] {"from", "2099-01-01", "calendar", "office", "waiting", "own", "answers", "last_contact", "changes", "at_creation"}, new String[] {"from", "2099-01-02", "calendar", "office", "waiting", "own", "answers", "last_contact", "changes", "at_creation"}),
                new Tabs("/facts/memberships/m102", "/facts/memberships/m102/ending", new String[] {"to", "2098-01-01", "reason", "one"}, new String[] {"to", "2099-01-01", "reason", "two"}),
                new Tabs("/facts/memberships/m103/correction", "/facts/memberships/m103/corrections", new String[] {"unit", "finance", "person", "cat", "primary", "true", "from", "2020-02-01", "reason", "one"},
                        new String[] {"unit", "finance", "person", "cat", "primary", "true", "from", "2020-03-01", "reason", "two"}));
    }

    @ParameterizedTest
    @MethodSource("tabs")
    void the_second_of_two_tabs_is_told_on_every_page_and_may_go_on(Tabs tabs) {
        try (Visit hal = Visit.by(world, whom, World.HAL)) {
            String one = shown(hal.get(tabs.page).body(), tabs.action), two = shown(hal.get(tabs.page).body(), tabs.action);
            assertThat(hal.post(tabs.action, with(tabs.first, "_shown", one)).status()).isBetween(302, 303);
            Visit.Answer late = hal.post(tabs.action, with(tabs.second, "_shown", two));
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.body()).contains("value=\"" + tabs.second[1] + "\"");
            assertThat(hal.post(tabs.action, with(tabs.second, "_shown", shown(late.body(), tabs.action))).status()).isBetween(302, 303);
        }
    }

    /** A thing that may not be seen was not changed, like one that is not there. */
    @Test
    void nobody_learns_of_a_change_to_what_they_may_not_see() {
        world.makes("insert into log.event (verb, subject, subject_id) values ('service.described', 'service', 25)");
        try (Visit jon = Visit.by(world, whom, World.JON)) {
            jon.get("/services");
            assertThat(jon.post("/services/care", "_shown", "0").status()).isEqualTo(jon.post("/services/czre", "_shown", "0").status()).isNotEqualTo(409);
        }
    }

    private static String shown(String page, String action) {
        return hidden(page, action, "_shown");
    }

    @Test
    void a_new_ticket_that_is_sent_twice_is_one() {
        try (Visit fay = Visit.by(world, whom, World.FAY)) {
            fay.get("/tickets/new");
            String[] form = {"served", "ann", "service", "network", "subject", "Sent twice", "text", "Once is enough", "doing", "slowed"};
            String first = fay.post("/tickets", form).location(), second = fay.post("/tickets", form).location();
            assertThat(second).isEqualTo(first).startsWith("/tickets/");
            assertThat(world.knows("select count(*) from tickets.ticket where subject = 'Sent twice'")).isEqualTo("1");
        }
    }

    /** Where it is, where it is sent to, what is typed, and what counts what came of it. */
    private record Form(long who, String page, String action, String counted, String... typed) {
        @Override
        public String toString() {
            return action;
        }
    }

    private Stream<Form> forms() {
        String messages = "select count(*) from conversations.message where text = 'Said once ";
        return Stream.of(new Form(World.FAY, "/tickets/" + number, "/tickets/" + number + "/messages", messages + "answer'", "text", "Said once answer"),
                new Form(World.FAY, "/tickets/" + number, "/tickets/" + number + "/messages", messages + "note'", "kind", "note", "text", "Said once note"),
                new Form(World.ANN, "/requests/" + number, "/requests/" + number + "/messages", messages + "request'", "text", "Said once request"),
                new Form(World.FAY, "/conversations/" + number + "/sides", "/conversations/" + number + "/sides", "select count(*) from conversations.thread where subject = 'Aside once'", "subject", "Aside once", "why", "ask", "with", "mia@example.org"),
                new Form(World.FAY, "/tickets/views/new?filter=is:open", "/tickets/views", "select count(*) from tickets.saved_view where name = 'Once'", "name", "Once", "filter", "is:open"),
                new Form(World.HAL, "/facts/entitlements/new", "/facts/entitlements", "select count(*) from standings.entitlement where reason = 'once'", "service", "wifi", "scope", "everybody", "from", "2026-01-01", "reason", "once"),
                new Form(World.HAL, "/people", "/people", "select count(*) from people.person where name = 'Una Once'", "name", "Una Once", "address", "una@example.org"),
                new Form(World.HAL, "/teams", "/teams", "select count(*) from people.team where name ->> 'en' = 'Once'", "en", "Once"),
                new Form(World.HAL, "/units", "/units", "select count(*) from people.unit where name ->> 'en' = 'Once'", "en", "Once", "kind", "team", "parent", "finance"),
                new Form(World.HAL, "/services", "/services", "select count(*) from services.service where name ->> 'en' = 'Once'", "en", "Once", "provider", "it"),
                new Form(World.HAL, "/services/network", "/services/network/offerings", "select count(*) from services.offering where name ->> 'en' = 'Once'", "en", "Once", "kind", "request"),
                new Form(World.HAL, "/agreements", "/agreements", "select count(*) from agreements.agreement where name ->> 'en' = 'Once'", "kind", "customer", "en", "Once", "service", "network"),
                new Form(World.HAL, "/seals", "/seals", "select count(*) from conversations.seal_break where purpose = 'An inquiry, once'", "number", number, "purpose", "An inquiry, once", "hours", "4"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_that_makes_something_makes_it_once(Form form) {
        world.knows("select setval(pg_get_serial_sequence('people.team', 'id'), 1000), setval(pg_get_serial_sequence('people.unit', 'id'), 1000), setval(pg_get_serial_sequence('services.service', 'id'), 1000), setval(pg_get_serial_sequence('access.account', 'id'), 1000), setval(pg_get_serial_sequence('agreements.agreement', 'id'), 1000)");
        try (Visit visit = Visit.by(world, whom, form.who)) {
            String[] sent = with(form.typed, "_once", once(visit.get(form.page).body(), form.action));
            Visit.Answer first = visit.post(form.action, sent), second = visit.post(form.action, sent);
            assertThat(first.status()).isBetween(302, 303);
            assertThat(second.status()).isEqualTo(303);
            assertThat(second.location()).isEqualTo(first.location());
            assertThat(world.knows(form.counted)).isEqualTo("1");
        }
    }

    @Test
    void other_words_from_the_same_page_are_said_too_and_what_was_refused_may_be_sent_again() {
        try (Visit fay = Visit.by(world, whom, World.FAY)) {
            String path = "/tickets/" + number + "/messages", once = once(fay.get("/tickets/" + number).body(), path);
            assertThat(fay.post(path, "_once", once, "text", "").status()).isEqualTo(422);
            assertThat(fay.post(path, "_once", once, "text", "").status()).isEqualTo(422);
            assertThat(fay.post(path, "_once", once, "text", "One thing").status()).isBetween(302, 303);
            assertThat(fay.post(path, "_once", once, "text", "Another thing").status()).isBetween(302, 303);
            assertThat(world.knows("select count(*) from conversations.message where text in ('One thing', 'Another thing')")).isEqualTo("2");
        }
    }

    @Test
    void who_sends_twice_at_once_says_it_once() throws Exception {
        try (Visit fay = Visit.by(world, whom, World.FAY); var three = Executors.newFixedThreadPool(3)) {
            String path = "/tickets/" + number + "/messages", once = once(fay.get("/tickets/" + number).body(), path);
            var all = three.invokeAll(Collections.nCopies(3, () -> fay.post(path, "_once", once, "text", "Three clicks").location()));
            assertThat(all).allSatisfy(one -> assertThat(one.get()).isEqualTo(all.getFirst().get()));
            assertThat(world.knows("select count(*) from conversations.message where text = 'Three clicks'")).isEqualTo("1");
        }
    }

    @Test
    void an_answer_by_a_link_without_an_account_is_said_once() {
        String message = world.knows("select min(m.id) from conversations.message m join conversations.conversation c on c.id = m.conversation_id where c.number = '" + number + "'");
        world.makes("insert into conversations.answer_link (hash, message_id, account_id, expires_at) values (sha256('link'), " + message + ", 101, now() + interval '1 hour')");
        try (Visit stranger = Visit.byStranger(whom)) {
            String once = once(stranger.get("/answer/link").body(), "/answer/link");
            for (int twice = 0; twice < 2; twice++) {
                assertThat(stranger.post("/answer/link", "_once", once, "text", "By link").location()).isEqualTo("/answer/link?sent=true");
            }
            stranger.post("/answer/link", "_once", once, "text", "By link, and more");
            assertThat(world.knows("select count(*) from conversations.message where text like 'By link%'")).isEqualTo("2");
        }
    }

    /** The key of the form that is sent there. */
    private static String once(String page, String action) {
        return hidden(page, action, "_once");
    }

    private static String hidden(String page, String action, String name) {
        Matcher key = Pattern.compile("action=\"" + Pattern.quote(action) + "\".*?name=\"" + name + "\" value=\"([^\"]+)\"", Pattern.DOTALL).matcher(page);
        assertThat(key.find()).as("a form to " + action + " with " + name).isTrue();
        return key.group(1);
    }

    private static String[] with(String[] typed, String... more) {
        return Stream.concat(Stream.of(typed), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void a_form_without_its_token_or_with_an_old_one_changes_nothing() {
        try (Visit fay = Visit.by(world, whom, World.FAY); Visit stranger = Visit.byStranger(whom)) {
            Visit.Answer without = fay.post("/tickets/" + number + "/closure");
            assertThat(without.status()).isBetween(302, 422);
            assertThat(stranger.post("/tickets/" + number + "/closure").status()).isBetween(302, 422);
            assertThat(world.knows("select stage from tickets.ticket where number = '" + number + "'")).isNotEqualTo("closed");
        }
    }

    @Test
    void a_link_that_is_spent_late_or_wrong_answers_like_one_that_never_was() {
        world.makes("insert into access.link (hash, purpose, account_id, expires_at) values (sha256('late'), 'sign_in', 101, now() - interval '1 second')");
        world.makes("insert into access.link (hash, purpose, account_id, expires_at, used_at) values (sha256('used'), 'sign_in', 101, now() + interval '1 hour', now())");
        try (Visit stranger = Visit.byStranger(whom)) {
            stranger.get("/sign-in");
            String never = stranger.post("/sign-in/links/never").body();
            for (String secret : List.of("late", "used")) {
                Visit.Answer answer = stranger.post("/sign-in/links/" + secret);
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.body()).isEqualTo(never);
                assertThat(answer.header("Set-Cookie")).doesNotContain("whom=");
            }
            for (String path : List.of("/answer/wrong", "/set-up/wrong")) {
                assertThat(stranger.get(path).status()).isIn(404, 410);
            }
        }
    }

    @Test
    void a_wrong_late_or_ended_token_is_no_token() {
        world.makes("insert into access.token (hash, account_id, name, scopes, expires_at) values (sha256('whom_late'), 101, 'x', '{conversations:read}', now() - interval '1 second')");
        world.makes("insert into access.token (hash, account_id, name, scopes, expires_at, ended_at) values (sha256('whom_ended'), 101, 'x', '{conversations:read}', now() + interval '1 day', now())");
        for (String token : List.of("x", "whom_late", "whom_ended", "whom_" + "a".repeat(5_000), "")) {
            Caller.Answer answer = new Caller(whom.address(), token).get("/api/v1/tickets");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    @Test
    void a_zip_bomb_is_kept_as_it_came_and_never_unpacked() throws Exception {
        byte[] bomb = zip(20_000_000);
        assertThat(bomb.length).isLessThan(100_000);
        HttpResponse<byte[]> said = send("/requests/" + number + "/messages", "multipart/form-data; boundary=x", multipart(bomb));
        assertThat(said.statusCode()).isBetween(200, 303);
        String id = world.knows("select public_id from conversations.attachment where name = 'bomb.zip'");
        assertThat(world.knows("select size from conversations.attachment where name = 'bomb.zip'")).isEqualTo(String.valueOf(bomb.length));
        var kept = CLIENT.send(HttpRequest.newBuilder(URI.create(whom.address() + "/attachments/" + id + "/bomb.zip")).header("Authorization", "Bearer " + token()).build(), BodyHandlers.ofByteArray());
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.body()).isEqualTo(bomb);
        assertThat(kept.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    }

    @Test
    void a_body_that_is_packed_is_not_unpacked() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(("{\"subject\": \"" + "a".repeat(20_000_000) + "\"}").getBytes(StandardCharsets.UTF_8));
        }
        var request = HttpRequest.newBuilder(URI.create(whom.address() + "/api/v1/tickets")).header("Authorization", "Bearer " + token()).header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip").POST(BodyPublishers.ofByteArray(packed.toByteArray())).build();
        assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
    }

    private HttpResponse<byte[]> send(String path, String type, byte[] body) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(whom.address() + path)).header("Authorization", "Bearer " + token()).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofByteArray());
    }

    private String token() {
        return world.token(World.ANN, "conversations:read", "tickets:write");
    }

    private static byte[] multipart(byte[] file) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nSee the file\r\n--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"bomb.zip\"\r\nContent-Type: application/zip\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static byte[] zip(int zeros) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            zip.write(new byte[zeros]);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
