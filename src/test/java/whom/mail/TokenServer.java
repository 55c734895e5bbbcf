package whom.mail;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Gives tokens out as Microsoft and Google do, one after the other; with each a new refresh token. */
public final class TokenServer implements AutoCloseable {

    private final HttpServer server;
    /** What it was asked with. */
    public final List<String> asked = new ArrayList<>();
    public volatile boolean refuses;
    public volatile int lasts = 3600;
    private int count;

    public TokenServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            count += refuses ? 0 : 1;
            byte[] said = (refuses ? "{\"error\": \"invalid_grant\", \"error_description\": \"Ann must agree anew\"}"
                    : "{\"access_token\": \"token-" + count + "\", \"expires_in\": " + lasts + ", \"refresh_token\": \"refresh-" + count + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(refuses ? 400 : 200, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
    }

    /** The one that it gave out last. */
    public String token() {
        return "token-" + count;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
