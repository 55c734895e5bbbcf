package whom;

import java.sql.Connection;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import whom.access.Actor;
import whom.access.ServiceTokens;
import whom.database.Purpose;
import whom.kernel.Arguments;
import whom.kernel.Command;
import whom.kernel.WrongUse;

/**
 * {@code ./whom token helpdesk-bot --scope mail:deliver}: for a service account, or in the demonstration for anybody. Nobody gets
 * a token for another person (P11); people make their own under their account.
 */
final class TokenCommand implements Command {

    private static final int LONGEST = 366;

    @Override
    public String name() {
        return "token";
    }

    @Override
    public String arguments() {
        return "NAME --scope SCOPE[,SCOPE…] [--days N] [--new] [--demo] [--data DIR]";
    }

    @Override
    public String summary() {
        return "Makes an API token for a service account, or for anybody of the demonstration; it is printed once.";
    }

    @Override
    public String details() {
        return """

                  --scope SCOPES  what it may do: %s
                  --days N        how long it is good; 90 unless said otherwise, %d at most
                  --new           makes the service account NAME first
                  --data DIR      the folder that holds everything; Whom may be running on it
                  --demo          in the demonstration, where NAME may be a person

                People make tokens for themselves under their account; nobody makes one for another.
                """.formatted(String.join(", ", new TreeSet<>(Actor.SCOPES)), LONGEST);
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        arguments.only("scope", "days", "new", "demo", "data");
        String name = arguments.word(0, "NAME");
        Set<String> scopes = new TreeSet<>(Set.of(arguments.required("scope").split("\\s*,\\s*")));
        if (!Actor.SCOPES.containsAll(scopes)) {
            throw new WrongUse("--scope takes " + String.join(", ", new TreeSet<>(Actor.SCOPES)) + ", with commas between; not \"" + arguments.required("scope") + "\".");
        }
        int days = arguments.number("days", 90);
        if (days < 1 || days > LONGEST) {
            throw new WrongUse("--days takes a number from 1 to " + LONGEST + ", not " + days + ".");
        }
        Purpose purpose = Whereabouts.purpose(arguments);
        try (var installation = Installation.find(Whereabouts.here().folder(arguments), purpose, System.err::println);
             Connection owner = installation.connectAsOwner()) {
            var tokens = new ServiceTokens(owner, purpose == Purpose.DEMONSTRATION);
            if (arguments.has("new")) {
                tokens.add(name);
            }
            System.out.println(tokens.make(name, scopes, Duration.ofDays(days)).shown());
        }
        return 0;
    }
}
