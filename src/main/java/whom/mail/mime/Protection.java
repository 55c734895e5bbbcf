package whom.mail.mime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says how a message is signed or encrypted. It is named, not verified; what is encrypted is not opened. */
public final class Protection {

    private Protection() {}

    public static List<String> of(Part message) {
        var found = new LinkedHashSet<String>();
        collect(message, found);
        return List.copyOf(found);
    }

    private static void collect(Part part, Set<String> found) {
        String type = part.type().mediaType();
        String protocol = part.type().parameter("protocol").orElse("").toLowerCase(Locale.ROOT);
        if (type.equals("multipart/signed")) {
            found.add(protocol.contains("pgp") ? "pgp-signed" : "smime-signed");
        } else if (type.equals("multipart/encrypted")) {
            found.add("pgp-encrypted");
        } else if (type.endsWith("pkcs7-mime")) {
            String said = part.type().parameter("smime-type").orElse("").toLowerCase(Locale.ROOT);
            boolean signed = said.startsWith("signed") || said.isEmpty() && OpaqueSigned.content(part.decoded()).isPresent();
            found.add(signed ? "smime-signed" : "smime-encrypted");
        } else if (part.is("text/plain")) {
            Octets text = part.body();
            inline(text.first(20_000).latin1(), found);
        }
        part.parts().forEach(p -> collect(p, found));
    }

    private static void inline(String text, Set<String> found) {
        if (text.contains("-----BEGIN PGP SIGNED MESSAGE-----")) {
            found.add("pgp-signed");
        }
        if (text.contains("-----BEGIN PGP MESSAGE-----")) {
            found.add("pgp-encrypted");
        }
    }
}
