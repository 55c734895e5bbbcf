package whom.tickets.listing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list's whole state, as its address says it: which view, what further filter, which order, from where on. */
public record ListAddress(String view, String filter, @Nullable String order, @Nullable String after) {

    public static final ListAddress START = of(null, null, null, null);

    public static ListAddress of(@Nullable String view, @Nullable String filter, @Nullable String order, @Nullable String after) {
        return new ListAddress(view == null || view.isBlank() ? "mine" : view, filter == null ? "" : filter.strip(), blank(order), blank(after));
    }

    public ListAddress ofView(String other) {
        return of(other, "", null, null);
    }

    public ListAddress in(Order other) {
        return new ListAddress(view, filter, other.key(), null);
    }

    public ListAddress beginning() {
        return new ListAddress(view, filter, order, null);
    }

    public ListAddress after(@Nullable String place) {
        return new ListAddress(view, filter, order, place);
    }

    /** The list by itself. */
    public String list() {
        return "/tickets" + query();
    }

    /** A ticket beside the list. */
    public String ticket(String number) {
        return "/tickets/" + number + query();
    }

    private String query() {
        Map<String, String> said = new LinkedHashMap<>();
        put(said, "view", view.equals("mine") ? null : view);
        put(said, "q", filter.isEmpty() ? null : filter);
        put(said, "order", order);
        put(said, "after", after);
        return said.isEmpty() ? "" : said.entrySet().stream().map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&", "?", ""));
    }

    private static void put(Map<String, String> said, String name, @Nullable String value) {
        if (value != null) {
            said.put(name, value);
        }
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
