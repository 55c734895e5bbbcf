package whom.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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
 * Every kind of person asks for every address, by every method, with everything that was planted, and nobody gets a word of what
 * is not theirs: not in a body, a header, a redirect, a count or an error (P8). What may not be seen answers as what is not there,
 * to the byte: whatever is asked, changing or not, with a sound form or an empty one.
 */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackTest {

    private static final long STRANGER = 0;
    private static final Map<String, Long> PEOPLE = Map.ofEntries(Map.entry("Ann, served", World.ANN), Map.entry("Ben, a colleague", World.BEN), Map.entry("Cat, her superior", World.CAT),
            Map.entry("Dan, who pays", World.DAN), Map.entry("Eve, of the desk", World.EVE), Map.entry("Fay, on the ticket", World.FAY), Map.entry("Hal, administrator and keeper", World.HAL),
            Map.entry("Ida, administrator and seal keeper", World.IDA), Map.entry("Jon, data protection", World.JON), Map.entry("Kim, of elsewhere", World.KIM), Map.entry("Leo, of payroll", World.LEO),
            Map.entry("Mia, a supplier", World.MIA), Map.entry("Odd, of nowhere", World.ODD), Map.entry("a stranger", STRANGER));
    /** They ask what everybody asks, and besides whatever makes no sense: names where they name nothing, methods that are not there. */
    private static final Set<Long> STUBBORN = Set.of(World.KIM, World.IDA);
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** A secret, and who may meet it. */
    private record Secret(String word, Set<Long> readers) {}

    private static final Set<Long> ON_VPN = Set.of(World.ANN, World.FAY, World.GUS), CARING = Set.of(World.LEO, World.HAL, World.ANN), ON_SIDE = Set.of(World.ANN, World.FAY, World.GUS, World.MIA);
    private static final List<Secret> SECRETS = List.of(
            new Secret("zebrasubject", ON_VPN), new Secret("zebrabody", ON_VPN), new Secret("zebrafile", ON_VPN), new Secret("zebrabytes", ON_VPN),
            new Secret("zebranote", Set.of(World.FAY, World.GUS)), new Secret("okapisubject", Set.of(World.KIM, World.LEO)), new Secret("okapibody", Set.of(World.KIM, World.LEO)),
            new Secret("zebraletter", Set.of()), new Secret("tapirsubject", Set.of(World.ANN, World.LEO)), new Secret("tapirbody", Set.of(World.ANN, World.LEO)), new Secret("ibexbody", Set.of()),
            new Secret("gnusubject", ON_SIDE), new Secret("gnubody", ON_SIDE), new Secret("kudupurpose", Set.of(World.HAL, World.IDA, World.JON)), new Secret("lynx", Set.of(World.FAY)),
            new Secret("Quoll", CARING), new Secret("quoll", CARING), new Secret("careoffer", CARING), new Secret("careoutput", CARING), new Secret("carepact", CARING), new Secret("carepaid", Set.of(World.HAL)),
            new Secret("Quokkaunit", Set.of(World.HAL)), new Secret("Ben Baker", Set.of(World.ANN, World.BEN, World.CAT, World.DAN, World.EVE, World.FAY, World.GUS, World.HAL, World.IDA, World.JON, World.LEO)));

    /** What to put into addresses: values by the variable's name. A new name must be added, or the test fails. */
    static final Map<String, List<String>> SAMPLES = Map.ofEntries(entry("step", "organisation"), entry("kind", "fundings"), entry("key", "ann", "network", "finance", "lunch", "desk", "office", "answer-en-outside"),
            entry("person", "ann", "kim"), entry("service", "network"), entry("version", "missing"), entry("target", "missing"), entry("level", "missing"), entry("exception", "missing"), entry("month", "2026-05"),
            entry("shift", "turn"), entry("standing", "user", "sponsor"), entry("secret", "wrong"), entry("area", "tickets"), entry("queue", "desk", "service-network"), entry("file", "1"), entry("name", "file.txt"));

    private final Map<String, List<String>> samples = new LinkedHashMap<>();
    /** The same, with all that was planted. */
    private final Map<String, List<String>> anything = new LinkedHashMap<>();
    private final Map<Long, Attack> attacks = new LinkedHashMap<>();
    private final List<Routes.Route> routes;
    private final World world;
    private final Scenery scenery;
    private final ConcurrentLinkedQueue<String> leaks = new ConcurrentLinkedQueue<>(), differences = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();

    AttackTest(RunningWhom whom, Tokens tokens, TestDatabase database) {
        this.routes = Routes.of(whom.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
        this.world = World.in(database);
        world.makes("insert into access.role_grant (account_id, role) values (109, 'administrator')");
        this.scenery = Scenery.in(world);
        PEOPLE.values().forEach(person -> attacks.put(person, person == STRANGER ? new Attack(whom.address(), null, null)
                : new Attack(whom.address(), world.session(person), Actor.as(new Actor.Account(person), () -> tokens.make("attack", Actor.SCOPES, Duration.ofDays(1)).shown()))));
        samples.putAll(SAMPLES);
        samples.forEach(anything::put);
        scenery.planted().forEach(planted -> planted.values().forEach((name, value) -> anything.merge(name, List.of(value), AttackTest::joined)));
        anything.forEach(samples::putIfAbsent);
    }

    /** Each person asks everything at their own pace, two of them at a time. */
    @BeforeAll
    void ask() throws Exception {
        try (var two = Executors.newFixedThreadPool(2)) {
            List<Future<?>> all = new ArrayList<>();
            PEOPLE.forEach((who, person) -> all.add(two.submit(() -> routes.forEach(route -> {
                ask(who, person, route, route.method());
                if (STUBBORN.contains(person)) {
                    missingMethods(route).forEach(method -> compare(who, person, route, method));
                }
            }))));
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    @Test
    void every_variable_of_every_address_has_a_sample() {
        assertThat(routes.stream().flatMap(route -> route.variables().stream().filter(name -> !samples.containsKey(name)).map(name -> name + " in " + route.pattern())))
                .as("add samples for these to AttackTest").isEmpty();
    }

    @Test
    void everything_planted_is_the_name_of_something_at_some_address() {
        assertThat(scenery.planted().stream().filter(planted -> Set.of("number", "side", "key", "asking", "service").containsAll(planted.values().keySet()))
                .filter(planted -> routes.stream().noneMatch(planted::isAtHome))).isEmpty();
    }

    @Test
    void nobody_is_told_a_word_that_is_not_theirs() {
        assertThat(leaks).as("of " + asked + " answers").isEmpty();
    }

    @Test
    void what_is_hidden_answers_as_what_does_not_exist() {
        assertThat(differences).as("of " + asked + " answers").isEmpty();
    }

    @Test
    void no_attack_changed_what_was_said() {
        assertThat(world.knows("select count(*) from conversations.message where text like '%subject' or text like '%body' or text like '%note'")).isEqualTo("6");
        assertThat(world.knows("select string_agg(served_id::text, ' ' order by id) from tickets.ticket where subject in ('zebrasubject', 'okapisubject', 'tapirsubject')")).isEqualTo("101 111 101");
        assertThat(world.knows("select count(*) from conversations.let_in")).isEqualTo("1");
        assertThat(world.knows("select count(*) from conversations.reader where \"right\" = 'seal'")).isEqualTo("0");
    }

    private void ask(String who, long person, Routes.Route route, String method) {
        Set<String> compared = compare(who, person, route, method);
        paths(route, STUBBORN.contains(person) ? anything : method.equals("GET") ? samples : Map.of()).stream().filter(path -> !compared.contains(path)).forEach(path -> told(who, person, route, method, path, sparse(route)));
    }

    /** What this person may not know, and a name as long that nobody has. Returns what was asked for. */
    private Set<String> compare(String who, long person, Routes.Route route, String method) {
        Set<String> compared = new HashSet<>();
        Map<String, String> nothing = new HashMap<>();
        Set<String> soundly = new HashSet<>();
        for (Planted planted : scenery.planted()) {
            if (planted.isAtHome(route) && !planted.known().contains(person)) {
                compared.add(route.path(firsts(route, planted.values())));
                compare(who, person, route, method, planted, sparse(route), nothing);
                if (!method.equals("GET") && method.equals(route.method()) && soundly.add(planted.home() + " " + planted.values().keySet())) {
                    compare(who, person, route, method, planted, sound(route), nothing);
                }
            }
        }
        return compared;
    }

    /** What others do meanwhile may differ for a moment; what is told stays told. */
    private void compare(String who, long person, Routes.Route route, String method, Planted planted, String body, Map<String, String> nothing) {
        String missingPath = route.path(firsts(route, planted.nobody())), hidden = "", missing = "";
        for (int tries = 0; tries < 3; tries++) {
            hidden = told(who, person, route, method, route.path(firsts(route, planted.values())), body).apartFrom(planted.values(), planted.nobody());
            missing = nothing.computeIfAbsent(missingPath + " " + body, asked -> told(who, person, route, method, missingPath, body).apartFrom(planted.values(), planted.nobody()));
            if (hidden.equals(missing)) {
                return;
            }
            nothing.clear();
        }
        differences.add(who + ": " + method + " " + route.pattern() + " with " + planted.values() + " and " + body + "\n  hidden:  " + from(hidden, missing) + "\n  missing: " + from(missing, hidden));
    }

    /** Where it begins to differ. */
    private static String from(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return one.substring(0, Math.min(4, one.length())) + "… " + one.substring(Math.max(0, at - 60), Math.min(one.length(), at + 160));
    }

    private Attack.Answer told(String who, long person, Routes.Route route, String method, String path, String body) {
        if (isApart(route, person, method)) {
            return new Attack.Answer(0, "", "");
        }
        var answer = attacks.get(person).ask(method, path, body);
        asked.incrementAndGet();
        String all = answer.all();
        for (Secret secret : SECRETS) {
            if (!secret.readers.contains(person) && all.contains(secret.word) && !path.contains(secret.word)) {
                leaks.add(who + ": " + method + " " + path + " tells " + secret.word);
            }
        }
        if (answer.status() >= 500) {
            leaks.add(who + ": " + method + " " + path + " answers " + answer.status());
        }
        return answer;
    }

    /** They would end the attack, or take away what was planted; others look at those. */
    private static boolean isApart(Routes.Route route, long person, String method) {
        return route.pattern().equals("/sign-out") || route.pattern().equals("/units/{key}/discretion") && method.equals("POST") && person == World.HAL || route.pattern().endsWith("/erasure") && method.equals("POST") && person == World.JON;
    }

    private static String sparse(Routes.Route route) {
        return route.pattern().startsWith("/api/") ? "{}" : "x=1";
    }

    private static String sound(Routes.Route route) {
        return route.pattern().startsWith("/api/") ? Fields.json(route.handler()) : Fields.form(route.handler());
    }

    /** Once for an address, by the first of its routes. */
    private List<String> missingMethods(Routes.Route route) {
        List<String> there = routes.stream().filter(other -> other.pattern().equals(route.pattern())).map(Routes.Route::method).toList();
        return there.getFirst().equals(route.method()) ? METHODS.stream().filter(method -> !there.contains(method)).toList() : List.of();
    }

    private Map<String, String> firsts(Routes.Route route, Map<String, String> instead) {
        Map<String, String> values = new LinkedHashMap<>();
        route.variables().forEach(name -> values.put(name, samples.getOrDefault(name, List.of("missing")).getFirst()));
        values.putAll(instead);
        return values;
    }

    /** The address with each planted value where it is the name of something, and with each of these. */
    private List<String> paths(Routes.Route route, Map<String, List<String>> more) {
        List<String> paths = new ArrayList<>(List.of(route.path(firsts(route, Map.of()))));
        scenery.planted().stream().filter(planted -> planted.isAtHome(route)).forEach(planted -> paths.add(route.path(firsts(route, planted.values()))));
        route.variables().forEach(name -> more.getOrDefault(name, List.of()).forEach(value -> paths.add(route.path(firsts(route, Map.of(name, value))))));
        return paths.stream().distinct().toList();
    }

    private static Map.Entry<String, List<String>> entry(String name, String... values) {
        return Map.entry(name, List.of(values));
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        more.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return all;
    }
}
