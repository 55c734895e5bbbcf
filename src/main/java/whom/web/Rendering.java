package whom.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Rendering {

    /** Templates come compiled in the jar; for developers ({@code whom.dev}) they are compiled anew when their file changes. */
    @Bean
    TemplateEngine templates(@Value("${whom.dev:false}") boolean dev) {
        ClassLoader loader = Rendering.class.getClassLoader();
        if (!dev) {
            return TemplateEngine.createPrecompiled(null, ContentType.Html, loader, "whom.jte");
        }
        TemplateEngine engine = TemplateEngine.create(new DirectoryCodeResolver(Path.of("src/main/jte")),
                Path.of("target/jte-dev"), ContentType.Html, loader, "whom.jte");
        engine.setHtmlPolicy(new TemplatePolicy());
        engine.setTrimControlStructures(true);
        engine.setBinaryStaticContent(true);
        return engine;
    }

    @Bean
    JteViews jteViews(TemplateEngine templates, Shells shells) {
        return new JteViews(templates, shells);
    }
}
