package whom.mail.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Address fields, RFC 5322 with its obsolete forms and RFC 6532, read leniently: names without quotes, stray separators,
 * semicolons between addresses. Members of groups are listed, groups are not. Without an @ it is no address.
 */
public final class Addresses {

    private static final int MOST = 5_000;
    private static final int LONGEST_BARE = 2_000;
    private static final Pattern BARE = Pattern.compile("[^\\s<>()\"@]{1,100}@[^\\s<>()\"@.]{1,100}\\.[^\\s<>()\"@]{1,150}");

    private Addresses() {}

    public static Optional<Mailbox> first(Headers headers, String field) {
        return list(headers, field).stream().findFirst();
    }

    public static List<Mailbox> list(Headers headers, String field) {
        var found = new ArrayList<Mailbox>();
        for (String value : headers.all(field)) {
            found.addAll(parse(HeaderWords.unicode(value)));
        }
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    public static List<Mailbox> parse(String unicode) {
        var found = new ArrayList<Mailbox>();
        StringBuilder pending = new StringBuilder();
        for (String piece : AddressPieces.split(unicode).stream().flatMap(Addresses::bare).toList()) {
            AddressPiece read = AddressPiece.read(piece);
            if (read.address().contains("@")) {
                String name = pending.isEmpty() || read.name().isEmpty() ? read.name() : pending + ", " + read.name();
                found.add(new Mailbox(read.address(), HeaderWords.decodeUnicode(name).strip()));
                pending.setLength(0);
            } else {
                // "Doe, Ann <ann@example.org>" without quotes is one mailbox: what has no address waits for the next.
                pending.setLength(0);
                pending.append(read.bare());
            }
            if (found.size() >= MOST) {
                break;
            }
        }
        return found;
    }

    /** Addresses with nothing but spaces between them. */
    private static Stream<String> bare(String piece) {
        String[] words = piece.length() > LONGEST_BARE ? new String[0] : piece.split("\\s+");
        boolean addresses = words.length > 1 && Stream.of(words).allMatch(w -> BARE.matcher(w).matches());
        return addresses ? Stream.of(words) : Stream.of(piece);
    }
}
