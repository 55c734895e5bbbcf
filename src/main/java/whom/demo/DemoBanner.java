package whom.demo;

import java.util.List;
import org.springframework.stereotype.Component;
import whom.web.Banner;

/** That nothing here is real, with the way round and the way out. */
@Component
class DemoBanner implements Banner {

    private static final List<Link> LINKS = List.of(new Link("demo.tour", "/demonstration"), new Link("demo.leave", "/demonstration/leaving"));

    private final Tour tour;

    DemoBanner(Tour tour) {
        this.tour = tour;
    }

    @Override
    public boolean shown() {
        return tour.open();
    }

    @Override
    public String text() {
        return "demo.banner";
    }

    @Override
    public List<Link> links() {
        return LINKS;
    }
}
