package whom.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Hands letters over as a mail server does, one after the other, with what may be sent in one go in one go. */
final class LmtpClient implements AutoCloseable {

    private final Socket socket;
    private final OutputStream out;
    private final BufferedReader in;

    LmtpClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        out = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        heard("220");
        say("LHLO bench.example\r\n");
        heard("250");
    }

    /** It is on the other side's disk when this returns; no line of it may begin with a dot. */
    void send(byte[] letter) throws IOException {
        say("MAIL FROM:<bounce@bench.example>\r\nRCPT TO:<help@bench.example>\r\nDATA\r\n");
        heard("250");
        heard("250");
        heard("354");
        out.write(letter);
        say("\r\n.\r\n");
        heard("250");
    }

    private void say(String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void heard(String code) throws IOException {
        String line = in.readLine();
        while (line != null && line.startsWith(code + "-")) {
            line = in.readLine();
        }
        if (line == null || !line.startsWith(code)) {
            throw new IOException("LMTP answered " + line + " instead of " + code);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
