package whom.conversations;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** ClamAV's daemon, or whatever speaks as it does (INSTREAM), at a socket: {@code /run/clamav/clamd.ctl} or {@code 127.0.0.1:3310}. */
final class Clamd {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LONGEST_ANSWER = 1_000;
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("clamd patience").factory());

    private final SocketAddress address;

    private Clamd(SocketAddress address) {
        this.address = address;
    }

    /** @throws IllegalArgumentException when nothing can be reached so */
    static Clamd at(String written) {
        String address = written.strip();
        if (address.startsWith("/")) {
            return new Clamd(UnixDomainSocketAddress.of(address));
        }
        int colon = address.lastIndexOf(':');
        String port = address.substring(colon + 1);
        if (colon < 1 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException("WHOM_CLAMAV=" + written + ": write a socket's path or host:port");
        }
        return new Clamd(new InetSocketAddress(address.substring(0, colon).replaceAll("^\\[|]$", ""), Integer.parseInt(port)));
    }

    /** Piece after piece, from {@code at}; empty at the end. */
    @FunctionalInterface
    interface Bytes {
        byte[] from(long at) throws IOException;
    }

    sealed interface Answer {}

    record Clean() implements Answer {}

    /** @param what as the scanner calls it */
    record Infected(String what) implements Answer {}

    /** It said nothing of the file. @param why unreachable, too_large, or error */
    record Nothing(String why) implements Answer {}

    Answer ask(Bytes bytes) {
        try (SocketChannel channel = SocketChannel.open(address instanceof UnixDomainSocketAddress ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET)) {
            var connecting = CLOCK.schedule(() -> close(channel), CONNECT.toSeconds(), TimeUnit.SECONDS);
            channel.connect(fresh());
            connecting.cancel(false);
            var talking = CLOCK.schedule(() -> close(channel), PATIENCE.toSeconds(), TimeUnit.SECONDS);
            try {
                return talk(channel, bytes);
            } finally {
                talking.cancel(false);
            }
        } catch (IOException | RuntimeException e) {
            return new Nothing("unreachable");
        }
    }

    /** A name is looked up each time: what answers to it may have moved. */
    private SocketAddress fresh() {
        return address instanceof InetSocketAddress named ? new InetSocketAddress(named.getHostString(), named.getPort()) : address;
    }

    private static Answer talk(SocketChannel channel, Bytes bytes) throws IOException {
        write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        try {
            long at = 0;
            for (byte[] piece = bytes.from(at); piece.length > 0; piece = bytes.from(at)) {
                write(channel, ByteBuffer.allocate(4).putInt(piece.length).flip());
                write(channel, ByteBuffer.wrap(piece));
                at += piece.length;
            }
            write(channel, ByteBuffer.allocate(4));
        } catch (IOException gone) {
            // it stops listening to what is too large, and says so first
            return said(channel, true);
        }
        return said(channel, false);
    }

    private static Answer said(SocketChannel channel, boolean cut) throws IOException {
        String said = answer(channel);
        if (said.endsWith(" FOUND")) {
            String what = said.substring(0, said.length() - 6).replaceFirst("^[^:]{0,200}: ", "").replaceAll("[^\\w./ -]", "_");
            return new Infected(what.length() > 100 ? what.substring(0, 100) : what);
        }
        if (said.endsWith(": OK") && !cut) {
            return new Clean();
        }
        return new Nothing(said.contains("size limit exceeded") ? "too_large" : said.isEmpty() ? "unreachable" : "error");
    }

    private static String answer(SocketChannel channel) throws IOException {
        var read = ByteBuffer.allocate(LONGEST_ANSWER);
        while (read.hasRemaining() && channel.read(read) >= 0) {
            if (read.position() > 0 && read.get(read.position() - 1) == 0) {
                break;
            }
        }
        return new String(read.array(), 0, read.position(), StandardCharsets.UTF_8).replace("\0", "").strip();
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            return; // it is gone already
        }
    }
}
