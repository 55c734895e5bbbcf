package whom.mail;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address to which one answers a mail of ours: our own with a part that names the mail and is signed, as {@code help+w2k…@example.org}.
 * Whoever has it got that mail, or was given it: it is worth as much as the link in it (P8). No capitals, since servers lose them.
 */
public final class AnswerAddress {

    private static final Pattern SIGNED = Pattern.compile("\\+w([a-z2-7]{24})(?=@)");

    private final SignedNumber numbers;

    public AnswerAddress(String secret) {
        numbers = new SignedNumber(secret, "");
    }

    /** @param own our address, such as {@code help@example.org} */
    public String of(String own, long mail) {
        int at = own.lastIndexOf('@');
        return own.substring(0, at) + "+w" + numbers.write(mail) + own.substring(at);
    }

    /** Which mail of ours an address answers; none when it is not signed by us. */
    public OptionalLong read(String address) {
        Matcher m = SIGNED.matcher(address.toLowerCase(Locale.ROOT));
        return m.find() ? numbers.read(m.group(1)) : OptionalLong.empty();
    }

    /** Without what was added to it: {@code help@example.org}. */
    public static String plain(String address) {
        int at = address.lastIndexOf('@');
        int plus = address.indexOf('+');
        return plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
    }
}
