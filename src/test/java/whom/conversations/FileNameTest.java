package whom.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.pdf",
        "../../etc/passwd, passwd",
        "C:\\Users\\ann\\notes.txt, notes.txt",
        ".htaccess, htaccess",
        "CON, _CON",
        "nul.txt, _nul.txt",
        "a:b*c?.txt, a_b_c_.txt",
        "name.txt., name.txt",
        "Übersicht Größe.xlsx, Übersicht Größe.xlsx",
        "  spaces   inside .txt, spaces inside .txt"})
    void any_name_becomes_one_that_is_safe_to_save(String given, String safe) {
        assertThat(FileName.safe(given)).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "...", "/", "\u0000", "\u202E"})
    void what_has_no_name_is_a_file(String given) {
        assertThat(FileName.safe(given)).isEqualTo("file");
    }

    @Test
    void no_character_turns_the_direction_to_hide_the_ending() {
        assertThat(FileName.safe("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
    }

    @Test
    void a_line_break_cannot_reach_a_header() {
        assertThat(FileName.safe("a\r\nSet-Cookie: x=y.txt")).doesNotContain("\r", "\n");
    }

    @Test
    void a_long_name_keeps_its_ending() {
        assertThat(FileName.safe("x".repeat(400) + ".tar.gz")).hasSizeLessThanOrEqualTo(120).endsWith(".gz");
    }
}
