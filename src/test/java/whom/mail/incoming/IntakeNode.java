package whom.mail.incoming;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import whom.database.Database;
import whom.database.TestDatabase;
import whom.kernel.Rows;
import whom.mail.PostSettings;

/** A process of its own that takes mail in and does nothing else, so that it is quick to start and can be killed often. */
public final class IntakeNode {

    private static final List<String> ELSEWHERE = List.of("whom.access.AccessBeans", "whom.conversations.Correspondence", "whom.mail.MailTokens", "whom.tickets.TicketNumbers", "whom.tickets.raising.ByMail");

    private IntakeNode() {}

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR); // nobody reads what it says
        Database database = TestDatabase.joined(System.getenv());
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(Database.class, () -> database);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(context.getBean(DataSource.class)));
        for (String name : ELSEWHERE) {
            context.register(Class.forName(name));
        }
        context.register(Rows.class, PostSettings.class, IncomingStore.class, Reception.class, Bounces.class, Arrivals.class, MailboxStore.class, Fetching.class);
        context.refresh();
        Arrivals arrivals = context.getBean(Arrivals.class);
        arrivals.lendFor(1);
        if (arguments.length == 0) {
            context.getBean(Fetching.class).work();
            arrivals.work();
            context.close();
            database.close();
            return; // it only shows which classes are needed
        }
        Thread.ofPlatform().start(() -> again(arrivals::work));
        Thread.ofPlatform().start(() -> again(arrivals::work));
        Thread.ofPlatform().start(() -> again(context.getBean(Fetching.class)::work));
        System.out.println("at work");
    }

    private interface Work {
        boolean work();
    }

    private static void again(Work work) {
        while (true) {
            try {
                if (!work.work()) {
                    Thread.sleep(5);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
