package whom.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that is asked for, again and again, of one path after the other. */
record Ask(String what, String who, List<String> paths, Map<String, String> headers, @Nullable String body) {

    /** @param client each has a session of its own, as different people have */
    HttpRequest request(String address, long n, int client) {
        String path = paths.get((int) (n % paths.size()));
        var request = HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Encoding", "gzip");
        headers.forEach((name, value) -> request.header(name, value.replace("{client}", Integer.toString(client))));
        return (body == null ? request : request.POST(BodyPublishers.ofString(body))).build();
    }

    boolean writes() {
        return body != null;
    }

    boolean isAs(Ask other) {
        return what.equals(other.what) && who.equals(other.who);
    }
}
