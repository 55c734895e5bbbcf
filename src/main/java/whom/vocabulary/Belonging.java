package whom.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the vocabulary asks about units, which live in a module above it: that one answers. */
public interface Belonging {

    record Unit(long id, String key, String name) {}

    /** The units of an account and those above them, nearest first, its primary one before the others. */
    List<Long> units(long account);

    Optional<Unit> unit(String key, Locale locale);

    Optional<Unit> unit(long id, Locale locale);
}
