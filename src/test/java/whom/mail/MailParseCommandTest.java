package whom.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whom.kernel.WrongUse;

class MailParseCommandTest {

    @TempDir
    private Path folder;

    @Test
    void each_message_of_a_folder_becomes_one_file() throws Exception {
        Files.write(folder.resolve("a.eml"), Letters.bytes("From: Ann <ann@example.org>\nSubject: Hello\n\nBody"));
        Files.write(folder.resolve("note.txt"), Letters.bytes("not read"));
        Path out = folder.resolve("out");
        assertThat(new MailParseCommand().run(List.of(folder.toString(), "--out", out.toString()))).isZero();
        assertThat(out).isDirectoryContaining(p -> p.endsWith("a.json"));
        assertThat(Files.readString(out.resolve("a.json"))).contains("\"ann@example.org\"").contains("\"Hello\"");
    }

    @Test
    void a_path_that_is_not_there_is_wrong_use() {
        assertThatThrownBy(() -> new MailParseCommand().run(List.of(folder.resolve("no").toString(), "--out", folder.toString())))
                .isInstanceOf(WrongUse.class);
    }
}
