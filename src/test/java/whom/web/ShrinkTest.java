package whom.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShrinkTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a { color: red; }                         | a{color:red}
        a , b > c { margin: 0 auto }              | a,b>c{margin:0 auto}
        /* why */ a { b: c } /* more */           | a{b:c}
        a :hover { b: calc(1px + 2px) }           | a :hover{b:calc(1px + 2px)}
        a::after { content: " (  /* no */ ; )" }  | a::after{content:" (  /* no */ ; )"}
        @media (width > 64rem) and (scripting: none) { a { b: c } } | @media (width>64rem) and (scripting:none){a{b:c}}
        a:is(b, c):not(.d) e { f: g; h: i }       | a:is(b,c):not(.d) e{f:g;h:i}
        """)
    void styles_lose_comments_and_space_that_say_nothing(String written, String shrunk) {
        assertThat(Shrink.css(written)).isEqualTo(shrunk);
    }

    @Test
    void scripts_lose_whole_lines_of_comment_and_their_indentation() {
        assertThat(Shrink.script("// why\nconst a = \"// no\";\n\n  /* more\n     of it */\n  b(); // stays\n")).isEqualTo("const a = \"// no\";\nb(); // stays\n");
    }
}
