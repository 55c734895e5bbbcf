package whom.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

/** One thing that is asked for, again and again, of one path after the other; where there are bodies, it is sent one of them after the other. */
record Ask(String what, String who, List<String> paths, Map<String, String> headers, List<String> bodies) {

    /** @param client each has a session of its own, as different people have */
    HttpRequest request(String address, long n, int client) {
        String path = paths.get((int) (n % paths.size()));
        var request = HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Encoding", "gzip");
        headers.forEach((name, value) -> request.header(name, value.replace("{client}", Integer.toString(client))));
        return (bodies.isEmpty() ? request : request.POST(BodyPublishers.ofString(bodies.get((int) (n % bodies.size()))))).build();
    }

    boolean writes() {
        return !bodies.isEmpty();
    }

    boolean isAs(Ask other) {
        return what.equals(other.what) && who.equals(other.who);
    }
}
