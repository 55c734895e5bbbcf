package whom.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What is the matter with a mail server, as a word that administrators are told in their language ({@code mail.trouble.…}), or as the server said it. */
public final class Trouble {

    /** Of these there is a sentence. */
    public static final Set<String> KNOWN = Set.of("sign_in", "token", "certificate_unknown", "certificate_name", "certificate_expired", "no_tls", "no_starttls");
    private static final int LONGEST = 300;

    private Trouble() {}

    public static String of(Throwable failure) {
        String word = null;
        String said = "";
        int deep = 0;
        for (Throwable at = failure; at != null && deep++ < 20; at = next(at)) {
            String message = at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage().strip().replaceAll("\\s+", " ");
            said = message;
            String found = word(at, message);
            word = found == null ? word : found;
        }
        return word != null ? word : said.length() > LONGEST ? said.substring(0, LONGEST) : said;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException mail && mail.getNextException() != null ? mail.getNextException() : failure.getCause();
    }

    private static @Nullable String word(Throwable failure, String message) {
        if (failure instanceof CertificateExpiredException || failure instanceof CertificateNotYetValidException) {
            return "certificate_expired";
        }
        if (message.contains("No subject alternative") || message.contains("No name matching") || message.contains("verify identity of server")) {
            return "certificate_name";
        }
        if (failure instanceof CertPathBuilderException || failure instanceof CertPathValidatorException) {
            return "certificate_unknown";
        }
        if (failure instanceof SSLException && (message.contains("Unsupported or unrecognized SSL message") || message.contains("plaintext connection"))) {
            return "no_tls";
        }
        if (message.contains("STARTTLS") && message.contains("required") || message.contains("STLS") && message.contains("required")) {
            return "no_starttls";
        }
        return failure instanceof MailTokens.NoToken ? "token" : failure instanceof AuthenticationFailedException ? "sign_in" : null;
    }
}
