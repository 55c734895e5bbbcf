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

    /** What is read under its own name, and whatever changes it or something below it. Names of versions may be there already. */
    Endpoint among(List<String> things) {
        boolean thing = method.equals("GET") && things.contains(path);
        boolean changes = !method.equals("GET") && things.stream().anyMatch(t -> path.equals(t) || path.startsWith(t + "/"));
        return new Endpoint(method, path, id, does, inPath, inQuery, body, media, answer, status, scopes, versioned || changes, tagged || thing);
    }

    boolean repeatable() {
        return method.equals("POST");
    }

    boolean listed() {
        return inQuery.stream().anyMatch(m -> m.name().equals("after"));
    }
}
