package whom.web;

import java.util.List;

/** A line above every page, for as long as it is {@link #shown}: what a visitor must not forget about this installation. Declare it as a bean. */
public interface Banner {

    boolean shown();

    /** The key of its words. */
    String text();

    List<Link> links();

    /** @param label the key of its words */
    record Link(String label, String path) {}
}
