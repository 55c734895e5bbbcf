package styleguide;

import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.stereotype.Controller;
import whom.access.NotAllowed;
import whom.access.Viewer;
import whom.api.Asked;
import whom.api.Slice;
import whom.kernel.Changed;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.vocabulary.Vocabularies;
import whom.web.Flash;
import whom.web.NavigationEntry;
import whom.web.NavigationEntry.Place;
import whom.web.TemplatePolicy;

/**
 * Every component on a few pages, for tests and for whoever works on the look: run {@link #main} and open
 * http://127.0.0.1:8090/styleguide/components. No database, nobody to sign in. It stands outside of {@code whom}, so that the
 * application never finds its pages.
 */
@ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class, ErrorMvcAutoConfiguration.class, JacksonAutoConfiguration.class})
@ComponentScan(basePackages = {"whom.web", "whom.api"}, excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "whom\\.(api\\.(once|described)\\..*|web\\.(SentOnce|ShownBefore))"))
public class Styleguide {

    static final Instant NOW = Instant.parse("2026-11-03T09:02:00Z");

    private static final List<NavigationEntry> PLACES = List.of(
            NavigationEntry.of(Place.SEARCH, 1, "styleguide.search", "/styleguide/components", "search", null),
            NavigationEntry.of(Place.NEW, 1, "styleguide.new", "/styleguide/portal", "sticky-note", "c"),
            NavigationEntry.of(Place.WORK, 1, "styleguide.bench", "/styleguide/bench", "inbox", "g i"),
            NavigationEntry.of(Place.WORK, 2, "styleguide.components", "/styleguide/components", "users", "g t"),
            NavigationEntry.of(Place.PLACES, 1, "styleguide.empty", "/styleguide/empty", "book-open", "g k"),
            NavigationEntry.of(Place.STEERING, 1, "styleguide.confirm", "/styleguide/confirm", "gauge", "g r"),
            NavigationEntry.of(Place.PORTAL, 1, "styleguide.requests", "/styleguide/portal-done", "inbox", null));

    public static void main(String[] arguments) {
        start(8090);
    }

    public static ConfigurableApplicationContext start(int port) {
        var spring = new SpringApplication(Styleguide.class, Pages.class);
        spring.addInitializers(context -> PLACES.forEach(place ->
                ((GenericApplicationContext) context).registerBean(place.label(), NavigationEntry.class, () -> place)));
        return spring.run(
            "--server.port=" + port, "--server.compression.enabled=true", "--server.compression.min-response-size=1KB",
            "--spring.web.resources.add-mappings=false", "--spring.main.banner-mode=off", "--logging.level.root=error", "--logging.level.whom.web=off", "--server.address=127.0.0.1");
    }

    /** Templates of the product and of this guide together, compiled when first asked for; apart from what another fork compiles. */
    @Bean
    @Primary
    TemplateEngine allTemplates() {
        CodeResolver product = new DirectoryCodeResolver(Path.of("src/main/jte"));
        CodeResolver guide = new DirectoryCodeResolver(Path.of("src/test/jte"));
        TemplateEngine engine = TemplateEngine.create(new Both(product, guide), Path.of("target/jte-styleguide-" + Integer.getInteger("whom.fork", 1)), ContentType.Html,
                Styleguide.class.getClassLoader(), "whom.styleguide");
        engine.setHtmlPolicy(new TemplatePolicy());
        engine.setTrimControlStructures(true);
        return engine;
    }

    @Bean
    Vocabularies vocabularies(Clock clock) {
        return new Vocabularies(clock, ZoneOffset.UTC);
    }

    /** Of no database: nothing here asks one. */
    @Bean
    Rows rows() {
        return new Rows(new JdbcTemplate());
    }

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    /** Kim works here; the portal and whatever is not there are shown to strangers. */
    @Bean
    OncePerRequestFilter kim() {
        Viewer kim = new Viewer(1, "kim", true, "Kim Agent", "en", "Europe/Berlin", null, null, true, true, true, Set.of(), Set.of(), 1);
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
                if (request.getRequestURI().matches("/styleguide/(?!portal).*")) {
                    request.setAttribute("whom.viewer", kim);
                }
                chain.doFilter(request, response);
            }
        };
    }

    private record Both(CodeResolver one, CodeResolver other) implements CodeResolver {
        @Override
        public String resolve(String name) {
            return one.exists(name) ? one.resolve(name) : other.resolve(name);
        }

        @Override
        public boolean exists(String name) {
            return one.exists(name) || other.exists(name);
        }

        @Override
        public long getLastModified(String name) {
            return one.exists(name) ? one.getLastModified(name) : other.getLastModified(name);
        }
    }

    @Controller
    static class Pages {
        @GetMapping("/styleguide/{page}")
        String page(@PathVariable String page) {
            return "styleguide/" + page;
        }

        @PostMapping("/styleguide/done")
        String done(HttpServletRequest request, HttpServletResponse response) {
            Flash.of("styleguide.done", "REQ-20417").undoneBy("/styleguide/undone").keep(request, response);
            return "redirect:/styleguide/components";
        }

        @PostMapping("/styleguide/portal")
        String sent(@RequestParam String what) {
            if (what.isBlank()) {
                throw new Refused("what", "styleguide.missing");
            }
            return "redirect:/styleguide/portal-done";
        }

        @GetMapping({"/styleguide/thing/{id}", "/api/guide/things/{id}"})
        String thing(@PathVariable long id) {
            throw new NotFound();
        }

        @PostMapping("/styleguide/thing/{id}/{command}")
        String rename(@PathVariable long id, @PathVariable String command) {
            throw command.equals("late") ? new Changed() : new Refused("name", "styleguide.missing");
        }

        @ResponseBody
        @GetMapping("/api/guide/list")
        Slice<Integer> list(Asked asked) {
            int after = asked.after() == null ? 0 : Integer.parseInt(asked.after());
            return Slice.of(IntStream.rangeClosed(after + 1, 7).limit(asked.fetch()).boxed().toList(), asked, String::valueOf);
        }

        @GetMapping({"/styleguide/thrown/{kind}", "/api/guide/thrown/{kind}"})
        String thrown(@PathVariable String kind, @RequestParam(required = false) Integer n) {
            throw switch (kind) {
                case "refused" -> new Refused("", "styleguide.missing");
                case "hidden" -> new NotFound();
                case "changed" -> new Changed();
                case "forbidden" -> new NotAllowed();
                default -> new IllegalStateException("secret of the house");
            };
        }

        @GetMapping("/styleguide/broken")
        String broken() {
            throw new IllegalStateException("secret of the house");
        }
    }
}
