package whom;

import java.nio.file.Path;
import java.time.ZoneId;
import whom.imports.OrganisationImport;
import whom.kernel.Arguments;
import whom.kernel.Command;
import whom.kernel.WrongUse;

/** {@code ./whom import organisation FILE}: people, units, services and facts from a file. */
final class ImportOrganisationCommand implements Command {

    @Override
    public String name() {
        return "import organisation";
    }

    @Override
    public String arguments() {
        return "FILE [--demo] [--data DIR]";
    }

    @Override
    public String summary() {
        return "Loads an organisation from a file: its people, units, services, teams and facts.";
    }

    @Override
    public String details() {
        return """

                  --data DIR  the folder that holds everything; Whom may be running on it
                  --demo      into the demonstration

                The file is the one that ./whom who --organisation reads; docs/standings.md describes it. It is loaded whole or not
                at all, and is on record. What people should look at, such as shares that do not make 100, is printed. Into an empty
                installation it brings no administrator: ./whom administrator PERSON says who is.
                """;
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        arguments.only("demo", "data");
        if (arguments.words().size() != 1) {
            throw new WrongUse("import organisation takes one file, not " + arguments.words().size() + ".");
        }
        try (var installation = Installation.reach(Whereabouts.here().folder(arguments), Whereabouts.purpose(arguments), System.err::println);
             var owner = installation.connectAsOwner()) {
            long before = System.nanoTime();
            var loaded = new OrganisationImport(owner, ZoneId.systemDefault()).load(Path.of(arguments.words().getFirst()));
            loaded.remarks().forEach(System.out::println);
            System.out.printf("Imported %d facts in %d ms; %d remarks.%n", loaded.facts(), (System.nanoTime() - before) / 1_000_000, loaded.remarks().size());
        }
        return 0;
    }
}
