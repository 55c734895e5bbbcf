package whom.mail;

import java.util.List;
import java.util.regex.Pattern;
import whom.kernel.PublicNumber;

/** The number that a subject carries: {@code [K7Q-2MFX]}. It is easily guessed, so it only says where to look. */
public final class TicketMark {

    private static final Pattern MARK = Pattern.compile("[\\[#(] ?([2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{4})(?![\\w-])", Pattern.CASE_INSENSITIVE);

    private TicketMark() {}

    public static String of(String number) {
        return "[" + number + "]";
    }

    /** The numbers in a subject that have the right check character. */
    public static List<String> in(String subject) {
        return MARK.matcher(subject).results().limit(5).map(m -> PublicNumber.read(m.group(1))).flatMap(java.util.Optional::stream).distinct().toList();
    }

}
