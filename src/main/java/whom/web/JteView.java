package whom.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** Renders one template. Nothing is sent before all is rendered, so a failing template still becomes an error page. */
record JteView(TemplateEngine engine, String template, Shells shells) implements View {

    @Override
    public String getContentType() {
        return "text/html;charset=utf-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, Object> filled = new HashMap<>(model == null ? Map.of() : model);
        // a name that begins with "_" is a part
        if (filled.get("shell") == null) {
            filled.put("shell", shells.of(request, response, !template.contains("/_")));
        }
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template, filled, output);
        response.setContentType(getContentType());
        response.setLocale(Locale.forLanguageTag(((Shell) filled.get("shell")).language()));
        Zipped.send(output, request, response);
    }
}
