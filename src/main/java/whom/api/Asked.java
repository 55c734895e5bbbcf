package whom.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of a list is asked for. Take it as a parameter of the endpoint: it reads {@code limit} and {@code after}.
 *
 * @param limit how many at most
 * @param after the key of the last item already read, or null at the beginning
 * @param address of this request, from which that of the next is made
 */
public record Asked(int limit, @Nullable String after, String address) {

    static final int USUAL = 50;
    static final int MOST = 200;

    /** One more is fetched than shown: it tells whether there is more without counting. */
    public int fetch() {
        return limit + 1;
    }

    /** The address of the part that comes after this key. */
    public String after(String key) {
        return UriComponentsBuilder.fromUriString(address).replaceQueryParam("after", encode(key)).build(true).toUriString();
    }

    /** Opaque on purpose: what order a list has is not promised to programs. */
    static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException when it is none of ours */
    static String decode(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }
}
