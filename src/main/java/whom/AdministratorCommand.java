package whom;

import java.sql.Connection;
import whom.kernel.Arguments;
import whom.kernel.Command;
import whom.setup.FirstAdministrator;

/** {@code ./whom administrator PERSON}: the first one, where an organisation came from a file. */
final class AdministratorCommand implements Command {

    @Override
    public String name() {
        return "administrator";
    }

    @Override
    public String arguments() {
        return "PERSON [--address MAIL] [--data DIR]";
    }

    @Override
    public String summary() {
        return "Says who administers an organisation that was imported; prints a link by which they sign in.";
    }

    @Override
    public String details() {
        return """

                  PERSON          by the key of the file, or by mail address
                  --address MAIL  a mail address of theirs, where the file says none
                  --data DIR      the folder that holds everything; Whom may be running on it

                They administer and keep facts from now on; that gives no reading of any conversation. The link works once, for a
                day; behind it they choose a password. As soon as somebody administers, they say who else does, and this refuses.
                """;
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        arguments.only("address", "data");
        String person = arguments.word(0, "PERSON");
        try (var installation = Installation.find(Whereabouts.here().folder(arguments), Whereabouts.purpose(arguments), System.err::println);
             Connection owner = installation.connectAsOwner()) {
            System.out.println("Sign in here, at the address where Whom runs, then choose a password under your account:");
            System.out.println("  /sign-in/links/" + new FirstAdministrator(owner).appoint(person, arguments.option("address").orElse("")).shown());
        }
        return 0;
    }
}
