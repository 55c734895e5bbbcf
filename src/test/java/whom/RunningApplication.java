package whom;

import java.net.URI;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import whom.database.SwitchedDatabase;
import whom.database.TestDatabase;

/** The application that tests talk to, at a free port of this machine. */
public final class RunningApplication {

    private static RunningApplication one;

    private final SwitchedDatabase databases = new SwitchedDatabase();
    private final ConfigurableApplicationContext context = Application.serve(databases.database(), "127.0.0.1", 0);

    private RunningApplication() {}

    static synchronized RunningApplication one() {
        if (one == null) {
            one = new RunningApplication();
        }
        return one;
    }

    TestDatabase nextDatabase() {
        return databases.next();
    }

    public URI at(String path) {
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    boolean has(Class<?> type) {
        return context.getBeanNamesForType(type).length == 1;
    }
}
