package whom.api.described;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One method on one address, as it is told outside. {@code media}: in what form the body comes; {@code scopes}: what a token needs. */
record Endpoint(String method, String path, String id, String does, List<Member> inPath, List<Member> inQuery, @Nullable Shape body, String media, @Nullable Shape answer, int status,
                List<String> scopes, boolean versioned, boolean tagged) {

    /** The first word behind the version. */
    String about() {
        return path.split("/")[3];
    }

    boolean repeatable() {
        return method.equals("POST");
    }

    boolean listed() {
        return inQuery.stream().anyMatch(m -> m.name().equals("after"));
    }
}
