package whom.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whom.Effort;

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
        assertThat(html.shown(Map.of("logo@x", "data:image/png;base64,AAAA"), false)).contains("src=\"data:image/png;base64,AAAA\"").contains("A tree").doesNotContain("cid:");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<img src='https://pictures.example/a.png' alt=Tree>", "<img src='http://pictures.example/a.png' width=300 alt=Tree>", "<img src='//pictures.example/a.png' alt=Tree>",
        "<IMG SRC=\"HTTPS://pictures.example/a.png\" alt=Tree>", "<img src=' https://pictures.example/a.png ' height='20px' alt=Tree>", "<img src='https://pictures.example/a.png' style='width:2em' alt=Tree>"})
    void a_picture_elsewhere_is_loaded_only_when_its_reader_asks(String picture) {
        assertThat(ForeignHtml.pictures(picture)).isEqualTo(1);
        assertThat(shown(picture)).contains("Tree").doesNotContain("pictures.example").doesNotContain("<img");
        assertThat(ForeignHtml.of(picture).shown(Map.of(), true)).containsIgnoringCase("src=\"https://pictures.example/a.png\"").contains("referrerpolicy=\"no-referrer\"").doesNotContain("http:").doesNotContain("data-elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<img src='https://count.example/p.gif' width=1 height=1>", "<img src='https://count.example/p.gif' width='1px'>", "<img src='https://count.example/p.gif' height=0>",
        "<img src='https://count.example/p.gif' style='width:1px;height:1px'>", "<img src='https://count.example/p.gif' style='display: none !important'>", "<img src='https://count.example/p.gif' style='opacity:0'>",
        "<img src='https://count.example/p.gif' hidden>", "<img src='https://localhost/x.png'>", "<img src='https://10.0.0.1/x.png'>", "<img src='https://[::1]/x.png'>", "<img src='https://printer/x.png'>",
        "<img src='https://printer.local/x.png'>", "<img src='https://count.example:8443/x.png'>", "<img src='https://user@count.example/x.png'>", "<img src='ftp://count.example/x.png'>", "<img src='file:///etc/passwd'>",
        "<img src='https://count.example\\@evil.example/x.png'>", "<img data-elsewhere='https://count.example/x.png'>", "<img data-elsewhere='javascript:alert(1)' src='x'>",
        "<div style='background:url(https://count.example/x)'>", "<style>p{background:url(https://count.example/x)}</style><p>x</p>", "<style>@import 'https://count.example/x'; p{color:red}</style><p>x</p>",
        "<style>p{background:ur\\6c(https://count.example/x)}</style><p>x</p>", "<table background='https://count.example/x'><tr><td>x</table>", "<img srcset='https://count.example/x 2x'>", "<input type=image src='https://count.example/x'>"})
    void what_counts_readers_or_asks_within_the_house_is_never_loaded(String evil) {
        assertThat(ForeignHtml.pictures(evil)).isZero();
        assertThat(ForeignHtml.of(evil).shown(Map.of(), true)).doesNotContain("count.example").doesNotContain("evil.example").doesNotContain("javascript").doesNotContain("src=");
    }

    @Test
    void a_mails_own_styles_stay_within_it() {
        assertThat(shown("<html><head><style><!-- /* Font Definitions */ @font-face {font-family:Calibri} p.MsoNormal {margin:0} --></style></head><body><p class=MsoNormal>x</p></body></html>"))
                .contains("p.MsoNormal {margin:0}", "class=\"MsoNormal\"").doesNotContain("<!--").doesNotContain("/*");
        assertThat(shown("<style>p{color:red}</style><style>b{position:fixed}</style><p>x</p>")).contains("p{color:red}").doesNotContain("fixed");
        assertThat(shown("<style>p{content:'</style><script>alert(1)</script>'}</style>")).doesNotContain("<script");
    }

    @Test
    void what_says_no_more_than_black_on_white_is_dark_where_its_readers_pages_are() {
        for (String plain : List.of("<p>x</p>", "<p style='color:black;background:#FFFFFF'>x</p>", "<font color='#000000'>x</font>", "<td bgcolor=white>x</td>",
                "<style>a:link {color:#0563C1;text-decoration:underline} span.EmailStyle17 {color:windowtext} p{background-color:white !important}</style><p style='color:rgb(0, 0, 0)'>x</p>")) {
            assertThat(shown(plain)).as(plain).contains("color-scheme:light dark").doesNotContain("black").doesNotContain("0563C1").doesNotContain("bgcolor");
        }
        for (String own : List.of("<p style='color:#999'>x</p>", "<table bgcolor='#eeeeee'><tr><td>x</table>", "<style>td{background:#123}</style><p style='color:black'>x</p>", "<font color=red>x</font>")) {
            assertThat(shown(own)).as(own).contains("color-scheme:light;background:#fff").contains(own.contains("black") ? "color:black" : "");
        }
    }

    @Test
    void a_hostile_style_is_read_in_no_time() throws Exception {
        for (String evil : List.of("/*".repeat(45_000), "url(".repeat(24_000), "@import ".repeat(12_000), "<!--".repeat(24_000), "color:black".repeat(9_000))) {
            Effort.isAtMost(Duration.ofSeconds(4), () -> shown("<style>" + evil + "</style><p style='" + evil.substring(0, 1_900) + "'>x</p>"));
        }
    }

    @Test
    void text_that_looks_like_tags_stays_text() {
        assertThat(shown("a &lt;script&gt; b")).contains("a &lt;script&gt; b");
    }

    private static String shown(String html) {
        return ForeignHtml.of(html).shown(Map.of(), false);
    }
}
