package whom.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {

    @Test
    void a_picture_is_known_by_its_first_bytes_whatever_its_name() {
        assertThat(FileType.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0}, "x.exe")).isEqualTo("image/png");
        assertThat(FileType.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}, "x")).isEqualTo("image/jpeg");
        assertThat(FileType.of("RIFF0000WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1), "x")).isEqualTo("image/webp");
        assertThat(FileType.of("RIFF0000AVI LIST".getBytes(StandardCharsets.ISO_8859_1), "x.avi")).isEqualTo(FileType.OCTETS);
    }

    @ParameterizedTest
    @CsvSource({
        "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>, drawing.svg",
        "<html><script>x()</script>, page.html",
        "<?xml version='1.0'?>, data.xml",
        "alert(1), code.js",
        "MZ, tool.exe",
        "PK, archive.zip"})
    void what_a_browser_might_run_is_octets(String content, String name) {
        assertThat(FileType.of(content.getBytes(StandardCharsets.UTF_8), name)).isEqualTo(FileType.OCTETS);
    }

    @Test
    void text_is_text_only_by_name_and_content() {
        assertThat(FileType.of("grün\n".getBytes(StandardCharsets.UTF_8), "notes.txt")).isEqualTo(FileType.TEXT);
        assertThat(FileType.of(new byte[] {'a', 0, 'b'}, "notes.txt")).isEqualTo(FileType.OCTETS);
        assertThat(FileType.of("grün".getBytes(StandardCharsets.ISO_8859_1), "notes.txt")).isEqualTo(FileType.OCTETS);
    }

    @Test
    void a_character_cut_off_at_the_end_of_the_head_is_no_fault() {
        byte[] head = "ü".repeat(3000).getBytes(StandardCharsets.UTF_8);
        assertThat(FileType.of(java.util.Arrays.copyOf(("a" + new String(head, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8), 4096), "a.txt")).isEqualTo(FileType.TEXT);
    }
}
