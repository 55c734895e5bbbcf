package whom.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whose certificates are believed when we talk to mail servers: those that every Java believes, and the authority of this house where it has one. */
public final class Trust {

    private Trust() {}

    /** For a protocol of Jakarta Mail, such as {@code mail.imaps.}: certificate and name are checked, always. @param authority one or several certificates in PEM, or "" */
    public static void into(Properties properties, String prefix, String authority) {
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "socketFactory.fallback", "false"); // else it tries once more with another factory, and tells of that
        of(authority).ifPresent(context -> properties.put(prefix + "ssl.socketFactory", context.getSocketFactory()));
    }

    /** Empty where the house has no authority of its own. */
    static Optional<SSLContext> of(String authority) {
        return authority.isBlank() ? Optional.empty() : Optional.of(context(authority));
    }

    /** Whether it is certificates in PEM, and at least one. */
    public static boolean reads(String authority) {
        try {
            return !certificates(authority).isEmpty();
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static SSLContext context(String authority) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            List<X509Certificate> all = new ArrayList<>(Arrays.asList(manager(null).getAcceptedIssuers()));
            all.addAll(certificates(authority));
            for (int i = 0; i < all.size(); i++) {
                store.setCertificateEntry("c" + i, all.get(i));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new X509TrustManager[] {manager(store)}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the authority was read before", e);
        }
    }

    private static X509TrustManager manager(@org.jspecify.annotations.Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    private static List<X509Certificate> certificates(String pem) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))).stream().map(X509Certificate.class::cast).toList();
    }
}
