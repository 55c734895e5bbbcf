package whom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import whom.kernel.Arguments;

class WhereaboutsTest {

    private final Arguments nothing = Arguments.parse(List.of());
    private final Arguments demo = Arguments.parse(List.of("--demo"));

    @Test
    void linux_keeps_data_where_its_programs_do() {
        assertThat(new Whereabouts(Map.of(), "/home/ann", "Linux").folder(nothing)).isEqualTo(Path.of("/home/ann/.local/share/whom"));
        assertThat(new Whereabouts(Map.of("XDG_DATA_HOME", "/big"), "/home/ann", "Linux").folder(nothing)).isEqualTo(Path.of("/big/whom"));
    }

    @Test
    void a_relative_xdg_folder_counts_as_none() {
        assertThat(new Whereabouts(Map.of("XDG_DATA_HOME", "here"), "/home/ann", "Linux").folder(nothing))
                .isEqualTo(Path.of("/home/ann/.local/share/whom"));
    }

    @Test
    void a_mac_has_its_own_place() {
        assertThat(new Whereabouts(Map.of(), "/Users/ann", "Mac OS X").folder(nothing))
                .isEqualTo(Path.of("/Users/ann/Library/Application Support/Whom"));
    }

    @Test
    void a_demonstration_lives_beside_real_data_and_never_in_it() {
        assertThat(new Whereabouts(Map.of(), "/home/ann", "Linux").folder(demo)).isEqualTo(Path.of("/home/ann/.local/share/whom-demo"));
    }

    @Test
    void what_is_typed_wins_over_the_environment() {
        var somewhere = new Whereabouts(Map.of("WHOM_DATA", "/srv/whom"), "/home/ann", "Linux");
        assertThat(somewhere.folder(nothing)).isEqualTo(Path.of("/srv/whom"));
        assertThat(somewhere.folder(Arguments.parse(List.of("--data", "/mnt/desk")))).isEqualTo(Path.of("/mnt/desk"));
    }
}
