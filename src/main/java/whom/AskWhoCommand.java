package whom;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import whom.kernel.Arguments;
import whom.kernel.Command;
import whom.kernel.WrongUse;
import whom.standings.AskedAtConsole;
import whom.standings.WhoCommand;
import whom.vocabulary.Audience;
import whom.vocabulary.Vocabularies;

/** {@code ./whom who}: somebody's standings from an installation, running or not; or from files alone. */
final class AskWhoCommand implements Command {

    private final WhoCommand files = new WhoCommand();

    @Override
    public String name() {
        return "who";
    }

    @Override
    public String arguments() {
        return "PERSON [--service S] [--at DATE] [--json] [--demo] [--data DIR] | " + files.arguments();
    }

    @Override
    public String summary() {
        return files.summary();
    }

    @Override
    public String details() {
        return """

                PERSON       the person's key or mail address
                --service S  the service's key; without it, every service
                --at DATE    the day, as 2026-01-31; without it, today (--on is the same)
                --json       as the API answers; without it, in sentences
                --data DIR   the folder that holds everything; Whom may be running on it
                --demo       of the demonstration

                Or from files alone:
                """ + files.details() + """


                Each look at an installation is on record. That somebody asked for help is evidence for readers of their tickets alone,
                so it is not told here.
                """;
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        if (arguments.has("organisation") || arguments.has("queries") || arguments.has("out")) {
            return files.run(arguments);
        }
        arguments.only("service", "at", "on", "json", "demo", "data", "organisation", "queries", "out");
        String person = arguments.word(0, "PERSON");
        if (arguments.words().size() > 1) {
            throw new WrongUse("who takes one person, not " + arguments.words().size() + ".");
        }
        LocalDate at = day(arguments);
        try (var installation = Installation.find(Whereabouts.here().folder(arguments), Whereabouts.purpose(arguments), System.err::println);
             var owner = installation.connectAsOwner()) {
            var words = Vocabularies.shipped().words(Locale.getDefault(), Audience.INSIDE);
            var asked = AskedAtConsole.of(owner, person, arguments.option("service").orElse(null), at, words);
            System.out.println(arguments.has("json") ? asked.json() : String.join("\n", asked.lines()));
        }
        return 0;
    }

    private static LocalDate day(Arguments arguments) {
        if (arguments.has("at") && arguments.has("on")) {
            throw new WrongUse("--at and --on are the same; give one.");
        }
        String typed = arguments.option("at").or(() -> arguments.option("on")).orElse(null);
        try {
            return typed == null ? LocalDate.now() : LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw new WrongUse("\"" + typed + "\" is no date. Write it as " + LocalDate.now() + ".");
        }
    }
}
