package whom.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code made} is a token that was made just now and is shown this once. */
public record AccountPage(Viewer viewer, List<Sessions.Open> sessions, List<Tokens.Made> tokens, List<String> scopes, @Nullable String made) {}
