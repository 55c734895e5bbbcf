package whom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatePolicyTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "<a onclick=\"x()\">", "<a ONCLICK=\"x()\">", "<a hx-on:click=\"x()\">", "<a hx-on-htmx-load=\"x()\">", "<a data-hx-on:click=\"x()\">",
        "<a hx-vals=\"{}\">", "<a hx-headers=\"{}\">", "<a data-hx-vals=\"{}\">", "<p style=\"color: red\">", "<iframe srcdoc=\"x\">"})
    void what_could_run_what_somebody_wrote_is_refused(String tag) {
        assertThatThrownBy(() -> render(tag)).hasMessageContaining("not allowed");
    }

    @Test
    void a_style_element_is_refused() {
        assertThatThrownBy(() -> render("<style>p { color: red }</style>")).hasMessageContaining("content security policy");
    }

    @Test
    void what_somebody_wrote_stays_text() {
        assertThat(render("<a href=\"/x\" hx-get=\"/x\" data-key=\"e\">${user}</a>")).contains("&lt;script&gt;");
    }

    private String render(String body) {
        CodeResolver one = new CodeResolver() {
            @Override
            public String resolve(String name) {
                return "@param String user\n" + body;
            }

            @Override
            public long getLastModified(String name) {
                return 0;
            }
        };
        TemplateEngine engine = TemplateEngine.create(one, folder, ContentType.Html);
        engine.setHtmlPolicy(new TemplatePolicy());
        StringOutput out = new StringOutput();
        engine.render("t.jte", (Object) "<script>alert(1)</script>", out);
        return out.toString();
    }
}
