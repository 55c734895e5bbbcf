package whom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallPartsTest {

    @ParameterizedTest
    @CsvSource({"Ada Müller, AM", "Ada, A", "Ada Maria von der Heide, AH", "ömer, Ö", "李 小龍, 李小"})
    void initials_are_those_of_first_and_last_name(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }

    @Test
    void an_empty_name_has_a_face_too() {
        assertThat(Initials.of(" ")).isEqualTo("?");
        assertThat(Initials.hue(" ")).isBetween(0, 5);
    }

    @Test
    void text_is_parted_at_empty_lines() {
        assertThat(Paragraphs.of("\na\r\nb\n \t\n\nc\n")).isEqualTo(List.of(List.of("a", "b"), List.of("c")));
        assertThat(Paragraphs.of("  ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark.compact.off.de", "-.-.-.-", "light.-.-.en"})
    void a_look_is_kept_as_it_was_chosen(String cookie) {
        assertThat(Look.parse(cookie).cookie()).isEqualTo(cookie);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "\"><script>.compact2", "....", "dark\n.x"})
    void a_look_that_somebody_made_up_is_none(String cookie) {
        assertThat(Look.parse(cookie).cookie()).isEqualTo("-.-.-.-");
    }

    @Test
    void what_was_done_travels_with_its_undo() {
        Flash flash = Flash.of("a.done", "X 1", 2).undoneBy("/a/1/closure");
        assertThat(Flash.decode(flash.encoded())).isEqualTo(new Flash("a.done", List.of("X 1", "2"), "/a/1/closure"));
        assertThat(Flash.decode(Flash.of("a.done").encoded())).isEqualTo(Flash.of("a.done"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/x", "https://evil.example", "/a?b=c", "javascript:x", "/\\evil"})
    void an_undo_leads_nowhere_outside(String path) {
        assertThat(Flash.decode(Flash.of("a.done").undoneBy(path).encoded()).undo()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "YQ", "PHNjcmlwdD4KCg"})
    void a_message_that_somebody_made_up_is_not_said(String cookie) {
        assertThat(Flash.decode(cookie)).isNull();
    }

    @Test
    void a_message_with_a_bad_key_is_not_said() {
        assertThat(Flash.decode(Base64.getUrlEncoder().encodeToString("<b>\n\nx".getBytes(StandardCharsets.UTF_8)))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"http://a:8080/x?y=1, a:8080, /x?y=1", "https://a/, a, /", "http://b/x, a,", "http://a/../x, a,", "http://a//evil.example/x, a,", "http://a.evil/x, a,", "about:blank, a,", ",a,"})
    void a_form_comes_back_to_a_page_of_ours_only(String referer, String host, String page) {
        assertThat(ReturnedForm.page(referer, host)).isEqualTo(page);
    }
}
