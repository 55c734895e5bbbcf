package whom.mail.replies;

/** The words of a message that PGP signed within its text, without the armour around them. */
final class ClearSigned {

    private static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
    private static final String END = "-----END PGP SIGNATURE-----";

    private ClearSigned() {}

    static String words(String text) {
        if (!text.contains(BEGIN)) {
            return text;
        }
        var words = new StringBuilder();
        boolean signed = false;
        boolean armour = false;
        for (String line : text.lines().toList()) {
            String bare = line.strip();
            if (bare.equals(BEGIN) || bare.equals(SIGNATURE)) {
                signed = bare.equals(BEGIN);
                armour = true;
            } else if (armour) {
                armour = signed ? !bare.isEmpty() : !bare.equals(END);
            } else {
                words.append(signed && line.startsWith("- ") ? line.substring(2) : line).append('\n');
            }
        }
        return words.toString();
    }
}
