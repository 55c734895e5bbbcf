package whom.mail.outgoing;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import whom.mail.MailTokens;
import whom.mail.Post;
import whom.mail.Trouble;
import whom.mail.Trust;

/** A connection to the mail server that sends for us. */
final class Smtp implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final Session session;
    private final Transport transport;

    private Smtp(Session session, Transport transport) {
        this.session = session;
        this.transport = transport;
    }

    /** What went wrong. {@code refused}: the server will never take it; {@code reached}: it was there and answered. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean refused;
        private final boolean reached;

        Failed(String message, boolean refused, boolean reached) {
            super(message, null, false, false);
            this.refused = refused;
            this.reached = reached;
        }

        boolean refused() {
            return refused;
        }

        boolean reached() {
            return reached;
        }
    }

    static Smtp connect(Post post, MailTokens tokens) throws Failed {
        Properties properties = properties(post);
        Session session = Session.getInstance(properties);
        String user = post.text("user");
        String secret = "";
        try {
            Transport transport = session.getTransport("smtp");
            secret = user.isEmpty() ? "" : byToken(post) ? tokens.token(post, post.text("password")) : post.text("password");
            transport.connect(post.text("host"), port(post), user.isEmpty() ? null : user, user.isEmpty() ? null : secret);
            return new Smtp(session, transport);
        } catch (MessagingException | MailTokens.NoToken e) {
            if (e instanceof AuthenticationFailedException) {
                tokens.forget(secret);
            }
            throw new Failed(Trouble.of(e), false, false);
        }
    }

    private static boolean byToken(Post post) {
        return post.text("auth").equals("xoauth2");
    }

    static Properties properties(Post post) {
        var properties = new Properties();
        String security = post.text("security");
        properties.setProperty("mail.smtp.auth", Boolean.toString(!post.text("user").isEmpty()));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(security.equals("tls")));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(security.isEmpty() || security.equals("starttls")));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(security.isEmpty() || security.equals("starttls")));
        Trust.into(properties, "mail.smtp.", post.text("authority"));
        if (byToken(post) && !post.text("user").isEmpty()) {
            MailTokens.into(properties, "mail.smtp.");
        }
        properties.setProperty("mail.smtp.connectiontimeout", Long.toString(CONNECT.toMillis()));
        properties.setProperty("mail.smtp.timeout", Long.toString(WAIT.toMillis()));
        properties.setProperty("mail.smtp.writetimeout", Long.toString(WAIT.toMillis()));
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.localhost", post.address().substring(post.address().lastIndexOf('@') + 1));
        return properties;
    }

    void send(Letter letter) throws Failed {
        try {
            var message = new MimeLetter(session, letter);
            message.saveChanges();
            transport.sendMessage(message, InternetAddress.parse(letter.to()));
        } catch (MessagingException e) {
            int code = code(e);
            throw new Failed(inner(e), code >= 500, code > 0 && transport.isConnected());
        }
    }

    private static int port(Post post) {
        String port = post.text("port");
        return port.isEmpty() ? post.text("security").equals("tls") ? 465 : 587 : Integer.parseInt(port);
    }

    /** What the server answered, if it did: 5xx is for good. */
    private static int code(MessagingException failure) {
        for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
            int code = switch (m) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> 0; // our own address is wrong: mended in the settings
                case SMTPSendFailedException send when send.getReturnCode() != 530 && send.getReturnCode() != 535 -> send.getNextException() == null ? send.getReturnCode() : 0;
                default -> 0;
            };
            if (code > 0) {
                return code;
            }
        }
        return 0;
    }

    private static String inner(MessagingException failure) {
        Exception last = failure;
        while (last instanceof MessagingException m && m.getNextException() != null) {
            last = m.getNextException();
        }
        String said = last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage().strip().replaceAll("\\s+", " ");
        return said.length() > 300 ? said.substring(0, 300) : said;
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            return; // it is gone already
        }
    }
}
