package whom.services;

import gg.jte.Content;
import java.util.List;

/** What the pages of this module show. {@code changes}: whether the one who looks may change it; {@code standings}: whether they may ask whom it has. */
public final class ServicePages {

    private ServicePages() {}

    public record Tree(List<Services.Service> services, boolean changes, boolean keeps) {}

    public record One(Services.Service service, List<Services.DeskWide> deskWide, List<Services.Part> offerings, List<Services.Part> outputs, List<Content> panels, boolean changes, boolean standings) {
        public boolean openToDesk() {
            return deskWide.stream().anyMatch(period -> period.until() == null);
        }
    }
}
