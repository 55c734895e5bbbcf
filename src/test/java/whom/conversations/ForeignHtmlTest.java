package whom.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignHtmlTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='  jaVa\tscript:alert(1)'>x</a>",
        "<iframe src='https://evil.example/'></iframe>",
        "<form action='https://evil.example/'><input name=password></form>",
        "<object data='https://evil.example/'></object>",
        "<link rel=stylesheet href='https://evil.example/x.css'>",
        "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
        "<base href='https://evil.example/'>",
        "<style>body{background:url(https://evil.example/x)}</style>",
        "<div style='background:url(https://evil.example/x)'>x</div>",
        "<div style='background:u\\72l(https://evil.example/x)'>x</div>",
        "<div style='background:url/**/(https://evil.example/x)'>x</div>",
        "<table background='https://evil.example/x'><tr><td background='https://evil.example/x'>x</td></tr></table>",
        "<img src='https://evil.example/pixel.gif' srcset='https://evil.example/2x 2x'>",
        "<img src='//evil.example/pixel.gif'>",
        "<video poster='https://evil.example/x' src='https://evil.example/y'></video>",
        "<img src='data:image/svg+xml;base64,PHN2Zz4='>",
        "<img src='data:text/html,<script>alert(1)</script>'>"})
    void nothing_runs_and_nothing_is_loaded_from_elsewhere(String evil) {
        String shown = shown(evil);
        assertThat(shown).doesNotContainIgnoringCase("<script").doesNotContainIgnoringCase("onerror").doesNotContainIgnoringCase("onload")
                .doesNotContainIgnoringCase("javascript").doesNotContain("evil.example").doesNotContain("<form").doesNotContain("svg+xml").doesNotContain("text/html");
    }

    @Test
    void a_link_stays_says_where_it_leads_and_tells_the_other_side_nothing() {
        assertThat(shown("<a href='https://example.org/a'>here</a>"))
                .contains("href=\"https://example.org/a\"", "title=\"https://example.org/a\"", "noreferrer", "target=\"_blank\"");
    }

    @Test
    void looks_stay_where_they_load_nothing() {
        assertThat(shown("<table border=1><tr><td bgcolor=red style='color:blue;font-weight:bold'>x</td></tr></table>")).contains("color:blue", "bgcolor=\"red\"", "border=\"1\"");
    }

    @Test
    void pictures_that_came_with_the_mail_are_shown_within() {
        var html = ForeignHtml.of("<p><img src='cid:logo@x' alt=Logo><img src='cid:other' alt='A tree'></p>");
        assertThat(html.pictures()).containsExactly("logo@x", "other");
        assertThat(html.shown(Map.of("logo@x", "data:image/png;base64,AAAA"))).contains("src=\"data:image/png;base64,AAAA\"").contains("A tree").doesNotContain("cid:");
    }

    @Test
    void text_that_looks_like_tags_stays_text() {
        assertThat(shown("a &lt;script&gt; b")).contains("a &lt;script&gt; b");
    }

    private static String shown(String html) {
        return ForeignHtml.of(html).shown(Map.of());
    }
}
