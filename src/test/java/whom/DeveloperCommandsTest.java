package whom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whom.kernel.WrongUse;

class DeveloperCommandsTest {

    @TempDir
    Path folder;

    @Test
    void a_migration_gets_its_place_in_the_order_and_is_never_overwritten() throws Exception {
        var command = new MigrationCommand(folder, Clock.fixed(Instant.parse("2026-11-22T08:01:02Z"), ZoneOffset.UTC));
        assertThat(command.run(List.of("tickets_closure"))).isZero();
        assertThat(folder.resolve("V20261122080102__tickets_closure.sql")).content().startsWith("--");
        assertThatThrownBy(() -> command.run(List.of("tickets_closure"))).isInstanceOf(Exception.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"closure", "Tickets_closure", "tickets closure", "../tickets_x", "tickets_", ""})
    void a_migration_without_module_and_what_is_refused(String name) {
        assertThatThrownBy(() -> new MigrationCommand(folder, Clock.systemUTC()).run(List.of(name))).isInstanceOf(WrongUse.class).hasMessageContaining("tickets_closure");
    }

    @Test
    void a_source_is_tidied_once_and_then_left_alone() throws Exception {
        Path file = Files.writeString(folder.resolve("A.java"), """
                package a;\r
                import b.C;
                import static z.Z.*;

                import a.B;
                import b.C;
                class A {   \s
                }


                """);
        assertThat(new FormatCommand().run(List.of("--check", file.toString()))).isEqualTo(1);
        assertThat(file).content().contains("\r");
        assertThat(new FormatCommand().run(List.of(file.toString()))).isZero();
        assertThat(file).hasContent("package a;\nimport static z.Z.*;\n\nimport a.B;\nimport b.C;\n\nclass A {\n}\n");
        assertThat(new FormatCommand().run(List.of("--check", file.toString()))).isZero();
    }

    @Test
    void a_source_without_imports_keeps_its_shape() {
        String text = "package a;\n\n/** import this; */\nclass A {}\n";
        assertThat(SourceText.tidy(text, true, true)).isEqualTo(text);
        assertThat(SourceText.tidy("a  \nb", false, false)).isEqualTo("a  \nb\n");
    }

    @Test
    void every_command_of_the_contract_is_listed() {
        assertThat(Whom.overview()).contains("./whom token", "./whom psql", "./whom dev", "./whom migration", "./whom format");
    }
}
