package whom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
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
        return "[PATH…] [--demo] [--data DIR] < MESSAGE";
    }

    @Override
    public String summary() {
        return "Takes messages in: each becomes a ticket, or joins the one it answers.";
    }

    @Override
    public String details() {
        return """

                  PATH…       files with a message each, or folders of them; without one a message is read from standard input
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
        Iterator<byte[]> letters = arguments.words().isEmpty() ? List.of(sound(System.in.readNBytes(Pipe.LARGEST + 1), "standard input")).iterator() : letters(arguments.words());
        try (var installation = Installation.find(Whereabouts.here().folder(arguments), Whereabouts.purpose(arguments), said -> {});
             Connection connection = installation.database().dataSource(DatabaseRole.MAIL).getConnection()) {
            int fresh = Pipe.take(connection, letters);
            System.out.println(arguments.words().size() > 0 ? "Taken in: " + fresh + "." : fresh > 0 ? "Taken in." : "It was taken in before.");
            return 0;
        } catch (WrongUse e) {
            throw e;
        } catch (Exception e) {
            System.err.println("whom mail deliver: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
            return TRY_AGAIN_LATER;
        }
    }

    /** One after the other, as they are named; what a folder holds in the order of names, hidden files and folders left out. */
    private static Iterator<byte[]> letters(List<String> words) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String word : words) {
            Path path = Path.of(word);
            if (!Files.isReadable(path)) {
                throw new WrongUse("There is no file or folder " + word + " that can be read.");
            }
            try (Stream<Path> found = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
                found.filter(file -> Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".")).sorted().forEach(files::add);
            }
        }
        return files.stream().map(MailDeliverCommand::read).iterator();
    }

    private static byte[] read(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return sound(bytes.readNBytes(Pipe.LARGEST + 1), file.toString());
        } catch (IOException e) {
            throw new WrongUse(file + " cannot be read.");
        }
    }

    private static byte[] sound(byte[] raw, String from) {
        if (raw.length == 0 || raw.length > Pipe.LARGEST) {
            throw new WrongUse(raw.length == 0 ? "There is no message in " + from + "." : "The message in " + from + " is larger than " + Pipe.LARGEST / (1024 * 1024) + " MB.");
        }
        return raw;
    }
}
