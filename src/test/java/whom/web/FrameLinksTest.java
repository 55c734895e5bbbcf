package whom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whom.RunningWhom;
import whom.Visit;
import whom.WithApplication;
import whom.World;
import whom.database.TestDatabase;

/** The frame shows each kind of person places that they may open, and no door that is shut. */
@WithApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrameLinksTest {

    private static final Pattern LINK = Pattern.compile("<a [^>]{0,200}?href=\"(/[^\"]{0,200})\"");

    private final World world;
    private final RunningWhom whom;

    FrameLinksTest(TestDatabase database, RunningWhom whom) {
        this.world = World.in(database);
        this.whom = whom;
    }

    /** Served, head, agent of the desk, of a team, administrator, seal keeper, data protection officer, of another organisation, supplier, of no unit. */
    @ParameterizedTest
    @ValueSource(longs = {World.ANN, World.CAT, World.EVE, World.FAY, World.HAL, World.IDA, World.JON, World.KIM, World.MIA, World.ODD})
    void every_place_in_the_frame_opens(long person) {
        try (Visit visit = Visit.by(world, whom, person)) {
            String page = visit.get("/appearance").body();
            Set<String> links = LINK.matcher(page).results().map((MatchResult found) -> found.group(1).replace("&amp;", "&")).collect(Collectors.toCollection(TreeSet::new));
            assertThat(links).isNotEmpty();
            List<String> shut = new ArrayList<>();
            for (String link : links) {
                int status = visit.get(link).status();
                if (status >= 400) {
                    shut.add(link + " " + status);
                }
            }
            assertThat(shut).isEmpty();
        }
    }
}
