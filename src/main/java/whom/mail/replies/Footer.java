package whom.mail.replies;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import whom.mail.mime.Resources;

/** "Sent from my iPhone" and its like, which a device adds to a line of its own. */
final class Footer {

    private static final int LONGEST = 200;
    private static final Pattern LINE = Pattern.compile(Resources.lines(Footer.class, "footers.txt").stream().collect(Collectors.joining("|", "(?:", ")")));
    private static final int FEW_WORDS = 7;
    private static final Pattern DEVICE = Pattern.compile("phone|pad\\b|ipod|berry|android|mobil|handy|telef|tablet|galaxy|samsung|outlook|mail|windows|nokia|huawei|xiaomi|redmi|htc|xperia|"
            + "motorola|oneplus|pixel|nexus|surface|typo|excuse|brevity|телефон|смартфон|手机|手機|端末|携帯|휴대");
    private static final Pattern DECORATION = Pattern.compile("^[\\s<(\\[*_~—–\"'-]{1,6}|[\\s>)\\]*_~\"'.!-]{1,6}$");
    private static final Pattern LINK = Pattern.compile("\\s?[<(\\[]?https?://\\S{1,150}");

    private Footer() {}

    static boolean is(String line) {
        if (line.isEmpty() || line.length() > LONGEST) {
            return false;
        }
        String plain = LINK.matcher(line.toLowerCase(Locale.ROOT)).replaceAll("").strip();
        boolean footer = LINE.matcher(DECORATION.matcher(plain).replaceAll("")).matches() || LINE.matcher(plain).matches();
        // Longer lines may be sentences that begin alike; those of devices name the device.
        return footer && (plain.split(" ").length <= FEW_WORDS || DEVICE.matcher(plain).find());
    }
}
