package whom.tickets.listing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of a list ended: the place of its last row, so that the next page begins there whatever has changed. */
record Place(Instant at, int priority, String number) {

    private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,17}|max)\\.(\\d)\\.([A-Z0-9-]{8})");

    /** For an address. The internal id stays inside. */
    String written() {
        String time = at.equals(Instant.MAX) ? "max" : Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at));
        return Base64.getUrlEncoder().withoutPadding().encodeToString((time + "." + priority + "." + number).getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing when it is no place of ours: then the list begins anew. */
    static Optional<Place> read(String written) {
        try {
            Matcher parts = WRITTEN.matcher(new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8));
            if (!parts.matches()) {
                return Optional.empty();
            }
            Instant at = parts.group(1).equals("max") ? Instant.MAX : Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS);
            return Optional.of(new Place(at, Integer.parseInt(parts.group(2)), parts.group(3)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
