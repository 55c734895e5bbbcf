package whom.tickets;

import org.jspecify.annotations.Nullable;
import whom.tickets.listing.Redirect;
import org.springframework.web.servlet.view.RedirectView;

/** What every form about a ticket carries: the version it was made from, and where to go afterwards. */
record ActionForm(@Nullable Integer version, @Nullable String back) {

    RedirectView done(String number) {
        return Redirect.back(back, "/tickets/" + number);
    }
}
