package whom.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A ticket of the demonstration with all that was said. */
record DemoTicket(long id, DemoPerson served, String service, String team, String kind, String subject, String stage, int impact, int urgency, String channel,
                  @Nullable DemoPerson assignee, Instant openedAt, Instant updatedAt, @Nullable Instant answeredAt, @Nullable Instant solvedAt, @Nullable Instant closedAt, List<Said> said) {

    /** Ada's, which the tour shows to one after another. */
    static final long TALE = 64;

    record Said(DemoPerson by, boolean note, String text, Instant at) {}

    /** Makes some for two years up to {@code now}; the younger, the more are open. */
    static List<DemoTicket> some(int count, DemoOrganisation of, Instant now, RandomGenerator random) {
        List<Scenario> scenarios = Scenario.all();
        List<DemoTicket> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // squared: more of them lately
            double age = random.nextDouble() * random.nextDouble();
            Instant opened = now.minus(Duration.ofMinutes(5 + (long) (age * 2 * 365 * 24 * 60)));
            Scenario scenario = scenarios.get(random.nextInt(scenarios.size()));
            DemoPerson served = served(scenario.service(), of, random, i);
            all.add(one(TALE + i, scenario, served, opened, now, of, random));
        }
        all.set(0, tale(of, now));
        return all;
    }

    /** Told by hand: something that a manager and a payer would like to know, and need not. */
    private static DemoTicket tale(DemoOrganisation of, Instant now) {
        DemoPerson ada = of.person("ada");
        DemoPerson kim = of.person("kim");
        Instant opened = now.minus(Duration.ofMinutes(150));
        Instant answered = now.minus(Duration.ofMinutes(95));
        return new DemoTicket(TALE, ada, "remote-access", "network-team", "incident", "VPN drops every few minutes", "open", 3, 2, "web", kim, opened, now.minus(Duration.ofMinutes(40)), answered, null, null, List.of(
                new Said(ada, false, "The VPN drops every few minutes. I work from the clinic at the moment, where my son is being treated, and I would rather not have that talked about at the office. Can something be done so that I can finish the month's closing from here?", opened),
                new Said(kim, true, "Clinic guest network: it cuts long connections after five minutes. The other profile keeps them alive.", answered.minusSeconds(300)),
                new Said(kim, false, "Of course, and nobody at your office reads this. The guest network there ends long connections. I have given your laptop a profile that keeps them alive: close the VPN, open it again, and choose \u201cVPN, travelling\u201d. Does it hold?", answered),
                new Said(ada, false, "It has held for half an hour now, thank you. Once it asked me for the old password, though.", now.minus(Duration.ofMinutes(40)))));
    }

    private static DemoPerson served(String service, DemoOrganisation of, RandomGenerator random, int i) {
        if (service.equals("clinic-portal")) {
            List<DemoPerson> clinic = of.inUnits("clinic", "clinic-wards");
            return clinic.get(random.nextInt(clinic.size()));
        }
        if (i % 250 == 7) {
            return of.person("ada");
        }
        List<DemoPerson> colleagues = of.people.stream().filter(person -> of.realm(person.unit()).equals("lindqvist") && !person.unit().equals("service-desk")).toList();
        return colleagues.get(random.nextInt(colleagues.size()));
    }

    private static DemoTicket one(long id, Scenario scenario, DemoPerson served, Instant opened, Instant now, DemoOrganisation of, RandomGenerator random) {
        Scenario.Telling told = scenario.tell(served.language(), random);
        String team = DemoOrganisation.SERVICES.stream().filter(s -> s.key().equals(scenario.service())).findFirst().orElseThrow().team();
        List<DemoPerson> agents = agents(team, of);
        DemoPerson agent = agents.get(random.nextInt(agents.size()));
        Duration first = Duration.ofMinutes(4 + random.nextInt(240));
        Duration whole = first.plus(Duration.ofMinutes(20 + random.nextInt(random.nextInt(8) == 0 ? 9_000 : 1_400)));
        Instant answered = opened.plus(first);
        Instant solved = opened.plus(whole);
        Instant closed = solved.plus(Duration.ofDays(7));
        List<Said> said = new ArrayList<>(List.of(new Said(served, false, told.asked(), opened)));
        String channel = List.of("web", "web", "mail", "mail", "phone").get(random.nextInt(5));
        if (answered.isAfter(now)) {
            return new DemoTicket(id, served, scenario.service(), team, scenario.kind(), told.subject(), "new", 1 + random.nextInt(3), 1 + random.nextInt(3), channel,
                    null, opened, opened, null, null, null, said);
        }
        if (random.nextInt(3) == 0) {
            said.add(new Said(agent, true, told.note(), answered.minusSeconds(60)));
        }
        said.add(new Said(agent, false, told.answer(), answered));
        boolean ended = solved.isBefore(now) && random.nextInt(100) > 1;
        if (ended && random.nextInt(3) > 0) {
            said.add(new Said(served, false, told.thanks(), solved));
        }
        String stage = !ended ? List.of("open", "open", "waiting_user", "waiting_third_party").get(random.nextInt(4)) : closed.isBefore(now) ? "closed" : "solved";
        return new DemoTicket(id, served, scenario.service(), team, scenario.kind(), told.subject(), stage, 1 + random.nextInt(3), 1 + random.nextInt(3), channel, agent, opened,
                ended ? solved : answered, answered, ended ? solved : null, stage.equals("closed") ? closed : null, said);
    }

    static List<DemoPerson> agents(String team, DemoOrganisation of) {
        return switch (team) {
            case "desk" -> of.inUnits("service-desk");
            case "network-team" -> of.inUnits("networks");
            case "application-team" -> of.inUnits("applications", "data");
            default -> of.inUnits("training").stream().limit(2).toList();
        };
    }
}
