package whom.access;

import java.util.List;

/** A module that has pages for strangers names their paths; each opens itself and what is below it. */
public interface OpenPaths {
    List<String> paths();

    /** Of these, the ones that a program posts to which was never here before: what stands in the address is all the leave it has, so no form's token is asked for. */
    default List<String> postedFromElsewhere() {
        return List.of();
    }
}
