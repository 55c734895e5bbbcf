package whom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whom.kernel.WrongUse;

class ScratchTest {

    @Test
    void a_folder_that_holds_something_else_is_left_alone(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("secret"), "a real one");
        assertThatThrownBy(() -> Scratch.in(folder)).isInstanceOf(WrongUse.class).hasMessageContaining("holds something else");
        assertThat(folder.resolve("bench.begun")).doesNotExist();
    }

    @Test
    void a_fill_that_was_broken_off_is_known(@TempDir Path folder) throws Exception {
        assertThat(Scratch.in(folder.resolve("new")).isHalf()).isFalse();
        Files.writeString(folder.resolve("new/secret"), "");
        assertThat(Scratch.in(folder.resolve("new")).isHalf()).isTrue();
    }

    @Test
    void shares_of_times_are_exact() {
        assertThat(Figures.at(0.5, new long[] {3_000_000, 1_000_000, 2_000_000})).isEqualTo(2.0);
        assertThat(Figures.at(0.99, new long[] {1_000_000})).isEqualTo(1.0);
    }
}
