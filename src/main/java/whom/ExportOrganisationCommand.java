package whom;

import java.nio.file.Path;
import java.time.ZoneId;
import whom.imports.OrganisationExport;
import whom.kernel.Arguments;
import whom.kernel.Command;
import whom.kernel.WrongUse;

/** {@code ./whom export organisation FILE}: the way out, in the form of the way in. */
final class ExportOrganisationCommand implements Command {

    @Override
    public String name() {
        return "export organisation";
    }

    @Override
    public String arguments() {
        return "FILE [--demo] [--data DIR]";
    }

    @Override
    public String summary() {
        return "Writes the organisation into a file: its people, units, services, teams and facts, in the form that import reads.";
    }

    @Override
    public String details() {
        return """

                  --data DIR  the folder that holds everything; Whom may be running on it
                  --demo      of the demonstration

                JSON as docs/standings.md describes it, of one instant: what is believed now, on all days; tickets as far as standings
                need them. Nobody's words are in it; names and addresses are. What was believed before is in a backup (./whom backup).
                """;
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        arguments.only("demo", "data");
        if (arguments.words().size() != 1) {
            throw new WrongUse("export organisation takes one file, not " + arguments.words().size() + ".");
        }
        try (var installation = Installation.find(Whereabouts.here().folder(arguments), Whereabouts.purpose(arguments), System.err::println);
             var owner = installation.connectAsOwner()) {
            var exported = new OrganisationExport(owner, ZoneId.systemDefault()).write(Path.of(arguments.words().getFirst()));
            exported.entries().forEach((list, count) -> System.out.println(list + ": " + count));
            if (exported.withoutService() > 0) {
                System.out.println(exported.withoutService() + " tickets for no service are left out.");
            }
        }
        return 0;
    }
}
