package whom.web;

/**
 * A key and what it does, for the sheet of all keys. The pressing itself is bound by {@code data-key} on a control.
 *
 * @param keys as in {@code data-key}: "r", "g s", "Shift+m", "Mod+Enter"
 * @param label the key of its words
 */
public record Shortcut(String keys, String label) {

    /** A module's shortcuts, under a title of their own. Declare it as a bean. */
    public record Group(int order, String title, java.util.List<Shortcut> shortcuts) {}
}
