package whom.database;

import java.net.URI;
import java.util.List;

/** What a module wants said on the terminal when Whom has started, such as a first set-up link. */
public interface StartNote {

    List<String> lines(URI address);
}
