package whom;

import org.springframework.context.ConfigurableApplicationContext;
import whom.database.Database;

/** The whole application on a test's database, at a free port. {@link WithApplication} shares one; who starts another closes it. */
public final class RunningWhom implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningWhom(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static RunningWhom on(Database database) {
        System.setProperty("whom.mail.post_office", "closed"); // tests work the mail off when they want it
        return new RunningWhom(Application.serve(database, "127.0.0.1", 0));
    }

    /** Without a slash at its end. */
    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    boolean has(Class<?> type) {
        return context.getBeanNamesForType(type).length == 1;
    }

    /** Where there are several of a type. */
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    @Override
    public void close() {
        context.close();
    }
}
