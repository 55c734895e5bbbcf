package whom.tickets.listing;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/** After a form: to the page that shows what was done, by a GET of its own (303). */
public final class Redirect {

    private Redirect() {}

    public static RedirectView to(String path) {
        RedirectView view = new RedirectView(path, false, true, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }

    /** Where the form came from, if that is a page of the desk. */
    public static RedirectView back(@Nullable String back, String otherwise) {
        return to(back != null && back.matches("/(tickets|search)(/[A-Z0-9-]{8})?(\\?[^\\s#\\\\]*)?") ? back : otherwise);
    }
}
