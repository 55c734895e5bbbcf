package whom;

import java.sql.Connection;
import whom.database.DatabaseRole;
import whom.kernel.Arguments;
import whom.kernel.Command;
import whom.kernel.WrongUse;
import whom.mail.Pipe;

/** {@code ./whom mail deliver < MESSAGE}: for a mail server's pipe. Exit status 75 asks it to try again later. */
final class MailDeliverCommand implements Command {

    private static final int TRY_AGAIN_LATER = 75;

    @Override
    public String name() {
        return "mail deliver";
    }

    @Override
    public String arguments() {
        return "[--demo] [--data DIR] < MESSAGE";
    }

    @Override
    public String summary() {
        return "Takes a message in: it becomes a ticket, or joins the one it answers.";
    }

    @Override
    public String details() {
        return """

                  --data DIR  the folder that holds everything; Whom may be running on it
                  --demo      into the demonstration

                The message is on disk when the command ends with 0; Whom works it off within seconds, or when it is started
                next. The same message delivered twice counts once. Status 75 asks the mail server to try again later.
                docs/mail.md says which ticket it is, and how Postfix and others call this.
                """;
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        arguments.only("demo", "data");
        if (!arguments.words().isEmpty()) {
            throw new WrongUse("mail deliver reads the message from standard input, and takes no word: \"" + arguments.words().getFirst() + "\".");
        }
        byte[] raw = System.in.readNBytes(Pipe.LARGEST + 1);
        if (raw.length == 0 || raw.length > Pipe.LARGEST) {
            throw new WrongUse(raw.length == 0 ? "There is no message on standard input." : "The message is larger than " + Pipe.LARGEST / (1024 * 1024) + " MB.");
        }
        try (var installation = Installation.reach(Whereabouts.here().folder(arguments), Whereabouts.purpose(arguments), said -> {});
             Connection connection = installation.database().dataSource(DatabaseRole.MAIL).getConnection()) {
            System.out.println(Pipe.take(connection, raw) ? "Taken in." : "It was taken in before.");
            return 0;
        } catch (Exception e) {
            System.err.println("whom mail deliver: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
            return TRY_AGAIN_LATER;
        }
    }
}
