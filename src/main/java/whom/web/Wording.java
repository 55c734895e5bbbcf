package whom.web;

import java.util.Locale;

/** Texts in the language of whoever looks. */
public interface Wording {
    String say(String key, Object... arguments);

    Locale locale();
}
