package whom.access;

import java.util.List;

/** A module that has pages for strangers names their paths; each opens itself and what is below it. */
public interface OpenPaths {
    List<String> paths();
}
