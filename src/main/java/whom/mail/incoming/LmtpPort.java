package whom.mail.incoming;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * A port at which a mail server of this machine hands letters over: {@code WHOM_LMTP=2003}, or {@code WHOM_LMTP=address:2003} where
 * the mail server is elsewhere. Whoever reaches it is believed as our own server, so it is closed unless asked for.
 */
@Component
class LmtpPort implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LmtpPort.class);
    private static final int AT_ONCE = 50;
    private static final int SILENT_MILLISECONDS = 5 * 60_000;

    private final Arrivals arrivals;
    private final String wanted;
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Set<Socket> talking = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket socket;

    LmtpPort(Arrivals arrivals, Environment environment) {
        this.arrivals = arrivals;
        this.wanted = environment.getProperty("WHOM_LMTP", "");
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        if (!wanted.isBlank() && ready.getApplicationContext() instanceof WebServerApplicationContext) {
            start();
        }
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public synchronized void start() {
        open(wanted);
    }

    /** @return the port */
    synchronized int open(String where) {
        int colon = where.lastIndexOf(':');
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(colon < 0 ? InetAddress.getLoopbackAddress() : InetAddress.getByName(where.substring(0, colon)), Integer.parseInt(where.substring(colon + 1).strip())));
            socket = opened;
            Thread.ofVirtual().name("lmtp").start(() -> listen(opened));
            LOG.info("LMTP at {}", opened.getLocalSocketAddress());
            return opened.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("WHOM_LMTP=" + where + " cannot be listened to", e);
        }
    }

    private void listen(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                room.acquire();
                Socket connection = opened.accept();
                Thread.ofVirtual().name("lmtp session").start(() -> talk(connection));
            } catch (IOException e) {
                room.release();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void talk(Socket connection) {
        talking.add(connection);
        try (connection) {
            connection.setSoTimeout(SILENT_MILLISECONDS);
            connection.setTcpNoDelay(true);
            new LmtpSession(connection.getInputStream(), new BufferedOutputStream(connection.getOutputStream()), letter -> arrivals.keep(letter, "", true), Arrivals.LARGEST).talk();
        } catch (IOException e) {
            LOG.debug("A mail server left: {}", e.getMessage());
        } finally {
            talking.remove(connection);
            room.release();
        }
    }

    @Override
    public synchronized void stop() {
        try {
            if (socket != null) {
                socket.close();
                socket = null;
            }
            for (Socket connection : talking) {
                connection.close();
            }
        } catch (IOException e) {
            LOG.debug("The port did not close", e);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return socket != null;
    }
}
