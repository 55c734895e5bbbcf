package whom;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import whom.agreements.CalendarEval;
import whom.kernel.Arguments;
import whom.kernel.Command;
import whom.kernel.WrongUse;
import whom.mail.MailParseCommand;

/** The one entry: finds the command that was typed and runs it. Exit status 0 done, 1 failed, 2 wrong use. */
public final class Whom {

    /** Every command in the order in which {@code ./whom} lists them. Modules add theirs here. */
    private static final List<Command> COMMANDS = List.of(
            new RunCommand(),
            new AskWhoCommand(),
            new ImportOrganisationCommand(),
            new ExportOrganisationCommand(),
            new AdministratorCommand(),
            new CalendarEval(),
            new MailParseCommand(),
            new MailDeliverCommand(),
            new TokenCommand(),
            new BackupCommand(),
            new RestoreCommand(),
            new DevCommand(),
            new PsqlCommand(),
            new MigrationCommand(),
            new FormatCommand(),
            new BenchCommand(),
            new TrainCommand());

    private Whom() {}

    public static void main(String[] typed) {
        int status = run(List.of(typed));
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(List<String> typed) {
        if (typed.isEmpty() || typed.equals(List.of("--help")) || typed.equals(List.of("help"))) {
            System.out.println(overview());
            return typed.isEmpty() ? 2 : 0;
        }
        Command command = find(typed);
        if (command == null) {
            return wrong("There is no command \"" + typed.getFirst() + "\".", "./whom --help lists them.");
        }
        List<String> rest = typed.subList(command.name().split(" ").length, typed.size());
        if (rest.contains("--help")) {
            System.out.println(help(command));
            return 0;
        }
        return run(command, rest);
    }

    private static int run(Command command, List<String> rest) {
        try {
            return command.run(Arguments.parse(rest));
        } catch (WrongUse e) {
            return wrong(e.getMessage(), "Use: ./whom " + command.name() + " " + command.arguments());
        } catch (Exception e) {
            System.err.println("whom " + command.name() + ": " + (e.getMessage() == null ? e.toString() : e.getMessage()));
            if (System.getenv("WHOM_TRACE") != null) {
                e.printStackTrace();
            }
            return 1;
        }
    }

    /** The longest name wins, so that "mail parse" comes before a "mail". */
    private static Command find(List<String> typed) {
        String line = String.join(" ", typed) + " ";
        return COMMANDS.stream()
                .filter(c -> line.startsWith(c.name() + " "))
                .max(Comparator.comparingInt(c -> c.name().length()))
                .orElse(null);
    }

    private static int wrong(String what, String mend) {
        System.err.println("whom: " + what);
        System.err.println(mend);
        return 2;
    }

    static String overview() {
        return COMMANDS.stream()
                .filter(Command::listed)
                .map(c -> "  ./whom %s %s%n      %s".formatted(c.name(), c.arguments(), c.summary()))
                .collect(Collectors.joining("\n", "Whom, the service desk that knows whom it serves\n\n",
                        "\n\n./whom test runs all tests. Each command takes --help."));
    }

    private static String help(Command command) {
        return "./whom %s %s%n%n%s%n%s".formatted(command.name(), command.arguments(), command.summary(), command.details());
    }
}
