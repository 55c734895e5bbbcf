package whom.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "attachment; filename=plain.txt | plain.txt",
            "attachment; filename=\"two words.txt\" | two words.txt",
            "attachment; filename=no quotes here.txt | no quotes here.txt",
            "attachment; filename=one;two,three.pdf; size=3 | one;two,three.pdf",
            "attachment; filename=\"say \"hello\".txt\" | say \"hello\".txt",
            "attachment; filename=\"a.txt\" size=3 | a.txt",
            "attachment; filename*=utf-8''na%C3%AFve%20plan.txt | naïve plan.txt",
            "attachment; filename*=\"utf-8''na%C3%AFve.txt\" | naïve.txt",
            "attachment; filename=\"old.txt\"; filename*=iso-8859-1'de'gr%FCn.txt | grün.txt",
            "attachment; filename*1=\"b.txt\"; filename*0=\"a-\" | a-b.txt",
            "attachment; filename*0*=utf-8''na%C3; filename*1*=%AFve; filename*2=.txt | naïve.txt",
            "attachment; filename*0=\"=?utf-8?Q?na=C3\"; filename*1=\"=AFve.txt?=\" | naïve.txt",
            "attachment; filename=\"=?utf-8?B?bmHDr3ZlLnR4dA==?=\" | naïve.txt",
            "attachment; filename==?utf-8?Q?na=C3=AFve.txt?= | naïve.txt",
            "filename=lonely.txt | lonely.txt",
    })
    void file_names_in_every_spelling(String field, String expected) {
        assertThat(Parameters.ofDisposition(field).text("filename")).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "../../etc/passwd | passwd", "C:\\Temp\\a.txt | a.txt", "a/b/ | b", "bell\u0007.txt | bell.txt", "x\u202Etxt.exe | xtxt.exe",
    })
    void a_safe_name_names_a_file_and_nothing_else(String given, String expected) {
        assertThat(FileNames.safe(given)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"..", "' . '", "/", "''"})
    void dots_and_slashes_are_no_names(String given) {
        assertThat(FileNames.safe(given)).isEmpty();
    }
}
