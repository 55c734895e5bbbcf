package whom.web;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Who looks at the page, as far as the page's frame needs to know. */
public record Visitor(@Nullable String name, boolean signedIn, boolean works, ZoneId zone) {

    /** Nobody we know: pages of the portal, the sign-in and errors are shown to them. */
    public static Visitor stranger() {
        return new Visitor(null, false, false, ZoneId.systemDefault());
    }
}
