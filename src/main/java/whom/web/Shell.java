package whom.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import whom.access.Viewer;
import whom.vocabulary.Words;
import whom.web.NavigationEntry.Place;

/**
 * What every page gets without asking: its words, who looks at it, where it is, what went wrong with the form that was
 * just sent, and the frame around it. Templates take it as {@code @param whom.web.Shell shell}.
 *
 * @param cameBackOn the address of the page itself where a form came back on it, or null
 */
public record Shell(Words words, @Nullable Viewer viewer, String path, String address, Look look, String assets, List<NavigationEntry> navigation,
        Mistakes mistakes, Map<String, String[]> typed, @Nullable String cameBackOn, @Nullable Flash flash, @Nullable Banner banner, Supplier<@Nullable String> csrf, Supplier<String> shown) {

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur", "yi");

    public String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /** The address of a style, script, font or icon sprite; it changes with its content, so it may be kept for ever. */
    public String asset(String name) {
        return assets + name;
    }

    /** The language in which the page is written, which need not be the one that was asked for. */
    public String language() {
        String written = words.language().tag();
        return written.equals(words.locale().getLanguage()) ? words.locale().toLanguageTag() : written;
    }

    /** A form's own key: see {@link SentOnce}. */
    public String once() {
        return UUID.randomUUID().toString();
    }

    public @Nullable String direction() {
        return RIGHT_TO_LEFT.contains(words.language().tag()) ? "rtl" : null;
    }

    /** For error pages: a form's token differs each time, and what is hidden must look to the byte like what does not exist (P8). */
    Shell withoutForms() {
        return new Shell(words, viewer, path, address, look, assets, navigation.stream().filter(e -> !e.posts()).toList(),
                mistakes, typed, cameBackOn, flash, banner, csrf, shown);
    }

    /** Whether they are shown the frame for work rather than the portal's. */
    public boolean works() {
        return Frame.works(viewer);
    }

    public List<NavigationEntry> entries(Place place) {
        return navigation.stream().filter(e -> e.place() == place).filter(e -> e.shownTo(viewer))
                .sorted(Comparator.comparingInt(NavigationEntry::order)).toList();
    }

    public @Nullable NavigationEntry first(Place place) {
        return entries(place).stream().findFirst().orElse(null);
    }

    /** For aria-current: "page" on the entry's own page, "true" below it, null elsewhere. */
    public @Nullable String current(String entry) {
        if (path.equals(entry) || address.equals(entry)) {
            return "page";
        }
        return entry.length() > 1 && path.startsWith(entry + "/") ? "true" : null;
    }

    /** For one of several forms on a page: what was typed and what is wrong only if it is the one that came back. */
    public Shell form(String action) {
        return action.equals(typed(ReturnedForm.SENT_TO, null)) ? this : new Shell(words, viewer, path, address, look, assets, navigation, Mistakes.NONE, Map.of(), cameBackOn, flash, banner, csrf, shown);
    }

    /** The same where several have one action and differ by a hidden field. */
    public Shell form(String action, String field, String value) {
        return form(value.equals(typed(field, null)) ? action : "");
    }

    /** Whether a form came back, so that its fold stands open. */
    public boolean cameBack() {
        return !typed.isEmpty();
    }

    /** The id of a field that several forms of a page have: plain, as the summary of mistakes names it, in the one that came back. */
    public String id(String form, String field) {
        return cameBack() ? field : form + "-" + field;
    }

    /** What was typed into a form that came back with a mistake, else what the page proposes. */
    public @Nullable String typed(String field, @Nullable String proposed) {
        String[] sent = typed.get(field);
        return sent == null || sent.length == 0 ? proposed : sent[0];
    }

    /** Whether a choice was made in a form that came back, else whether the page proposes it. */
    public boolean chosen(String field, String value, boolean proposed) {
        if (typed.isEmpty()) {
            return proposed;
        }
        String[] sent = typed.get(field);
        return sent != null && List.of(sent).contains(value);
    }
}
