package whom.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import whom.RunningWhom;
import whom.WithApplication;
import whom.World;
import whom.access.Actor;
import whom.access.Tokens;
import whom.database.TestDatabase;

/**
 * Every kind of person asks for every address, with every number that was planted, and nobody gets a word of what is not
 * theirs: not in a body, a header, a redirect, a count or an error (P8). What may not be seen answers as what is not there.
 */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackTest {

    private static final Map<String, Long> PEOPLE = Map.ofEntries(Map.entry("Ann, served", World.ANN), Map.entry("Ben, a colleague", World.BEN), Map.entry("Cat, her superior", World.CAT),
            Map.entry("Dan, who pays", World.DAN), Map.entry("Eve, of the desk", World.EVE), Map.entry("Fay, on the ticket", World.FAY), Map.entry("Hal, administrator", World.HAL),
            Map.entry("Ida, seal keeper", World.IDA), Map.entry("Jon, data protection", World.JON), Map.entry("Kim, of elsewhere", World.KIM), Map.entry("Leo, of payroll", World.LEO),
            Map.entry("Odd, of nowhere", World.ODD));

    /** A secret, and who may meet it. */
    private record Planted(String secret, Set<Long> readers) {}

    private static final List<Planted> SECRETS = List.of(
            new Planted("zebrasubject", Set.of(World.ANN, World.FAY, World.GUS)), new Planted("zebrabody", Set.of(World.ANN, World.FAY, World.GUS)),
            new Planted("zebranote", Set.of(World.FAY, World.GUS)), new Planted("okapisubject", Set.of(World.KIM, World.LEO)), new Planted("okapibody", Set.of(World.KIM, World.LEO)),
            new Planted("zebraletter", Set.of()), new Planted("tapirsubject", Set.of(World.ANN, World.LEO)), new Planted("tapirbody", Set.of(World.ANN, World.LEO)), new Planted("ibexbody", Set.of()));

    /** What to put into addresses: planted values by the variable's name. A new name must be added, or the test fails. */
    private final Map<String, List<String>> samples = new LinkedHashMap<>();
    private final Map<Long, String> tokens = new LinkedHashMap<>();
    private final List<Routes.Route> routes;
    private final World world;
    private final Attack attack;
    private final Tokens tokenDoor;
    private List<String> numbers = List.of();

    AttackTest(RunningWhom whom, Tokens tokens, TestDatabase database) {
        this.routes = Routes.of(whom.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
        this.world = World.in(database);
        this.attack = new Attack(whom.address());
        this.tokenDoor = tokens;
    }

    @BeforeAll
    void plant() {
        long vpn = world.raised(World.ANN, World.ANN, World.NETWORK, "zebrasubject", "zebrabody");
        long wages = world.raised(World.KIM, World.KIM, World.PAYROLL, "okapisubject", "okapibody");
        long care = world.raised(World.ANN, World.ANN, World.CARE, "tapirsubject", "tapirbody");
        world.makes("insert into conversations.message (conversation_id, thread_id, audience, author_id, sender, text) "
                + "select conversation_id, id, 'notes', 106, 'Fay', 'zebranote' from conversations.thread where kind = 'notes' and conversation_id = " + vpn);
        world.makes("insert into mail.incoming (key, hash, trusted, raw, sender, state, failure) values ('zebraaside', 'x', true, 'zebraletter', 'zebraletter@example.org', 'put_aside', 'spam')");
        numbers = List.of(world.number(vpn), world.number(wages), world.number(care));
        List<String> ids = List.of(String.valueOf(vpn), String.valueOf(wages), String.valueOf(care));
        List<String> messages = world.database().asOwner().sql("select public_id::text from conversations.message").query(String.class).list();
        samples.put("number", numbers);
        samples.put("ticket", numbers);
        samples.put("conversation", numbers);
        samples.put("other", numbers);
        samples.put("into", numbers);
        samples.put("id", new ArrayList<>(ids));
        samples.get("id").addAll(messages);
        samples.put("message", messages);
        samples.put("attachment", messages);
        samples.put("thread", world.database().asOwner().sql("select public_id::text from conversations.thread limit 6").query(String.class).list());
        samples.put("side", samples.get("thread"));
        samples.put("step", List.of("organisation"));
        samples.put("kind", List.of("fundings", "memberships"));
        samples.put("key", List.of("ann", "f1", "m101", "network", "finance", "zebraaside", "lunch", "answer-en-outside"));
        samples.put("person", List.of("ann", "kim"));
        samples.put("service", List.of("network", "care"));
        samples.put("version", List.of("missing"));
        samples.put("target", List.of("missing"));
        samples.put("level", List.of("missing"));
        samples.put("exception", List.of("missing"));
        samples.put("month", List.of("2026-05"));
        samples.put("shift", List.of("turn"));
        samples.put("standing", List.of("user", "sponsor"));
        samples.put("secret", List.of("wrong"));
        samples.put("area", List.of("tickets"));
        samples.put("asking", List.of(world.knows("insert into portal.asking (account_id, text) values (" + World.NAT + ", 'ibexbody') returning id")));
        samples.put("file", List.of("1"));
        samples.put("name", List.of("file.txt"));
        samples.put("step", List.of("organisation"));
        PEOPLE.values().forEach(person -> tokens.put(person, Actor.as(new Actor.Account(person), () -> tokenDoor.make("attack", Actor.SCOPES, Duration.ofDays(1)).shown())));
    }

    @Test
    void every_variable_of_every_address_has_a_sample() {
        assertThat(routes.stream().flatMap(route -> route.variables().stream().filter(name -> !samples.containsKey(name)).map(name -> name + " in " + route.pattern())))
                .as("add samples for these to AttackTest").isEmpty();
    }

    @Test
    void nobody_is_told_a_word_that_is_not_theirs() {
        List<String> leaks = new ArrayList<>();
        for (Routes.Route route : routes) {
            for (String path : paths(route)) {
                PEOPLE.forEach((who, person) -> told(route, path, who, person, leaks));
                told(route, path, "a stranger", null, leaks);
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void what_is_hidden_answers_as_what_does_not_exist() {
        String nowhere = "ZZZ-ZZZZ";
        List<String> differences = new ArrayList<>();
        for (Routes.Route route : routes) {
            for (String variable : route.variables()) {
                if (List.of("number", "ticket", "conversation").contains(variable)) {
                    compare(route, variable, nowhere, differences);
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void no_attack_changed_what_was_said() {
        assertThat(world.knows("select count(*) from conversations.message where text like '%subject' or text like '%body' or text like '%note'")).isEqualTo("4");
        assertThat(world.knows("select string_agg(served_id::text, ' ' order by id) from tickets.ticket where subject in ('zebrasubject', 'okapisubject', 'tapirsubject')")).isEqualTo("101 111 101");
    }

    private void told(Routes.Route route, String path, String who, Long person, List<String> leaks) {
        if (route.pattern().endsWith("/end") || route.pattern().equals("/sign-out") || route.pattern().equals("/account/password") || isErasing(route, person)) {
            return;
        }
        boolean api = route.pattern().startsWith("/api/");
        var answer = attack.ask(route.method(), path, person == null ? null : tokens.get(person), route.method().equals("GET") ? "" : api ? "{}" : "x=1",
                api ? "application/json" : "application/x-www-form-urlencoded");
        for (Planted planted : SECRETS) {
            if ((person == null || !planted.readers.contains(person)) && answer.all().contains(planted.secret)) {
                leaks.add(who + ": " + route.method() + " " + path + " tells " + planted.secret);
            }
        }
        if (answer.status() >= 500) {
            leaks.add(who + ": " + route.method() + " " + path + " answers " + answer.status());
        }
    }

    /** By whoever may, it would take the planted words away; ErasureTest looks at it. */
    private static boolean isErasing(Routes.Route route, Long person) {
        return route.pattern().endsWith("/erasure") && route.method().equals("POST") && person != null && person == World.JON;
    }

    /** Kim may see none of Ann's; to her they must look exactly like a number that nobody has. */
    private void compare(Routes.Route route, String variable, String nowhere, List<String> differences) {
        boolean api = route.pattern().startsWith("/api/");
        String body = route.method().equals("GET") ? "" : api ? "{}" : "x=1";
        String type = api ? "application/json" : "application/x-www-form-urlencoded";
        String hidden = numbers.getFirst();
        var seen = attack.ask(route.method(), route.path(first(route, variable, hidden)), tokens.get(World.KIM), body, type).apartFrom(Map.of(hidden, "N"));
        var missing = attack.ask(route.method(), route.path(first(route, variable, nowhere)), tokens.get(World.KIM), body, type).apartFrom(Map.of(nowhere, "N"));
        if (!seen.equals(missing)) {
            differences.add(route.method() + " " + route.pattern() + "\n  hidden:  " + seen + "\n  missing: " + missing);
        }
    }

    private Map<String, String> first(Routes.Route route, String variable, String value) {
        Map<String, String> values = new LinkedHashMap<>();
        route.variables().forEach(name -> values.put(name, samples.getOrDefault(name, List.of("missing")).getFirst()));
        values.put(variable, value);
        return values;
    }

    /** The address with each planted value in turn; other variables keep their first. */
    private List<String> paths(Routes.Route route) {
        if (route.variables().isEmpty()) {
            return List.of(route.pattern());
        }
        List<String> paths = new ArrayList<>();
        for (String variable : route.variables()) {
            for (String value : samples.getOrDefault(variable, List.of("missing"))) {
                paths.add(route.path(first(route, variable, value)));
            }
        }
        return paths.stream().distinct().toList();
    }
}
