package whom.conversations;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks as ClamAV's daemon does, as far as we ask it. What contains "EICAR" is infected. */
final class FakeClamd implements AutoCloseable {

    static final int LARGEST = 2_000_000;

    private final ServerSocket server;
    final AtomicInteger asked = new AtomicInteger();
    volatile String instead = "";

    FakeClamd() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(socket);
            } catch (IOException e) {
                continue;
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        asked.incrementAndGet();
        if (!command.equals("zINSTREAM\0")) {
            out.write("UNKNOWN COMMAND\0".getBytes(StandardCharsets.US_ASCII));
            return;
        }
        var whole = new ByteArrayOutputStream();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            if (whole.size() + length > LARGEST) {
                out.write("INSTREAM size limit exceeded. ERROR\0".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                in.readNBytes(length);
                return;
            }
            whole.write(in.readNBytes(length));
        }
        String said = !instead.isEmpty() ? instead : whole.toString(StandardCharsets.ISO_8859_1).contains("EICAR") ? "stream: Eicar-Signature FOUND" : "stream: OK";
        out.write((said + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
