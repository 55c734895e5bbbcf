package whom.setup;

import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;
import whom.access.OpenPaths;
import whom.database.StartNote;

/** Printed at each start until the house is set up. */
@Component
class SetupLink implements StartNote, OpenPaths {

    private final Setup setup;

    SetupLink(Setup setup) {
        this.setup = setup;
    }

    @Override
    public List<String> lines(URI address) {
        return setup.begin().map(secret -> List.of("Nobody has an account yet. Set Whom up here; the link works until that is done, or until the next start:",
                "  " + address.resolve("/set-up/" + secret.shown()))).orElse(List.of());
    }

    @Override
    public List<String> paths() {
        return List.of("/set-up");
    }
}
