package whom;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.SpringProperties;
import whom.database.Database;

/**
 * All modules together. The database is ready before Spring begins: it is handed in, and whoever starts the application
 * closes both, the application first.
 */
@SpringBootApplication(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class, // modules need not know each other's class names
        // nobody reads what it would measure of each filter and page, which took a fifteenth of their time
        excludeName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
        exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
public class Application {

    /** Serves pages and API at {@code port} of {@code address}; port 0 takes any free one. */
    static ConfigurableApplicationContext serve(Database database, String address, int port) {
        return serve(() -> database, address, port);
    }

    /** With a database that may still be coming up: the application waits for it where it first needs it. */
    static ConfigurableApplicationContext serve(Supplier<Database> database, String address, int port) {
        return start(database, WebApplicationType.SERVLET, Map.of("server.address", address, "server.port", port));
    }

    /** For commands that need the modules and no pages. */
    static ConfigurableApplicationContext quietly(Supplier<Database> database) {
        return start(database, WebApplicationType.NONE, Map.of("logging.level.root", "warn"));
    }

    /** For the build alone, which writes down how the beans are put together ({@code docs/decisions/004}). */
    public static void main(String[] ignored) {
        serve(() -> { throw new IllegalStateException("no database while building"); }, "127.0.0.1", 0);
    }

    private static ConfigurableApplicationContext start(Supplier<Database> database, WebApplicationType type, Map<String, Object> settings) {
        if (type == WebApplicationType.NONE) {
            SpringProperties.setProperty("spring.aot.enabled", "false"); // what was worked out ahead is for pages
        }
        var spring = new SpringApplication(Application.class);
        spring.setMainApplicationClass(Application.class);
        spring.setWebApplicationType(type);
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(context -> ((GenericApplicationContext) context).registerBean(Database.class, database, definition -> {
            definition.setDestroyMethodName(null);
            definition.setAttribute(BeanRegistrationAotProcessor.IGNORE_REGISTRATION_ATTRIBUTE, true);
        }));
        spring.setDefaultProperties(new LinkedHashMap<>(settings));
        return spring.run();
    }
}
