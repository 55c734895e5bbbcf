package whom.standings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The answers at the size that Whom is made for are those of the rules as they are written. Takes some seconds, since the
 * rules as written are slow. What the resolver itself took is printed, and judged by nobody.
 */
class BigOrganisationTest {

    private static final RandomWorld.Size BIG = new RandomWorld.Size(100_000, 10_000, 200, 500, 20_000, 4_000, 20_000, 8);

    private static final List<LocalDate> DAYS = List.of(RandomWorld.FIRST.plusDays(5), RandomWorld.FIRST.plusDays(9));

    private static RandomWorld world;
    private static Resolver resolver;

    @BeforeAll
    static void build() {
        world = new RandomWorld(2026, BIG);
        long before = System.nanoTime();
        resolver = world.resolver();
        System.out.printf("%d facts indexed in %d ms%n", world.facts.size(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before));
    }

    @Test
    void questions_about_one_person_or_ticket_are_answered_by_the_rules() {
        List<Question> questions = Stream.generate(world::question)
                .filter(q -> !(q instanceof Question.Whom) && DAYS.contains(q.at())).limit(200).toList();
        Map<String, List<Long>> times = new TreeMap<>();
        for (int round = 0; round < 10; round++) { // so that the times printed are not the compiler's
            times.clear();
            questions.forEach(q -> timed(times, q));
        }
        print(times);
        Map<LocalDate, Naive> naive = new HashMap<>();
        questions.forEach(q -> assertThat(RandomWorld.answer(resolver, q)).as("%s", q)
                .isEqualTo(naive.computeIfAbsent(q.at(), day -> new Naive(world.facts, day)).answer(q)));
    }

    @Test
    void whom_a_service_has_is_answered_by_the_rules() {
        Map<String, List<Long>> times = new TreeMap<>();
        LocalDate day = DAYS.getFirst();
        var naive = new Naive(world.facts, day);
        for (Standing standing : Standing.values()) {
            for (int n = 0; n < 8; n++) {
                var question = new Question.Whom(world.service(), standing, day);
                RandomWorld.answer(resolver, question);
                var found = (List<?>) timed(times, question);
                Stream<?> some = IntStream.range(0, Math.min(4, found.size())).mapToObj(_ -> world.pick(found));
                Stream.concat(some, Stream.generate(world::person).limit(4)).forEach(person -> assertThat(found.contains(person))
                        .as("%s of %s", person, question)
                        .isEqualTo(!naive.evidence((String) person, standing, question.service()).isEmpty()));
            }
        }
        print(times);
    }

    private static Object timed(Map<String, List<Long>> times, Question question) {
        long before = System.nanoTime();
        Object answer = RandomWorld.answer(resolver, question);
        String kind = question instanceof Question.Whom q ? "whom " + q.standing().key() : question.getClass().getSimpleName();
        times.computeIfAbsent(kind, _ -> new ArrayList<>()).add(System.nanoTime() - before);
        return answer;
    }

    private static void print(Map<String, List<Long>> times) {
        times.forEach((kind, list) -> {
            List<Long> sorted = list.stream().sorted().toList();
            System.out.printf("%-14s %4d times, median %7.3f ms, longest %7.3f ms%n", kind, sorted.size(),
                    sorted.get(sorted.size() / 2) / 1e6, sorted.getLast() / 1e6);
        });
    }
}
