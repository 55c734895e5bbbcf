package whom.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import whom.kernel.Rounds;

/** Works off what came in and what waits to go out, each by a thread of its own. Several nodes do it beside each other: what one holds, the others skip. */
@Component
class PostOffice implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(15);

    private final List<MailWork> work;
    private final boolean open;
    private final List<Rounds> workers = new ArrayList<>();
    private volatile boolean running;

    PostOffice(List<MailWork> work, Environment environment) {
        this.work = work;
        this.open = !"closed".equals(environment.getProperty("whom.mail.post_office"));
    }

    /** Only where the application serves: commands that borrow it for a moment leave the post alone. */
    @EventListener
    void begin(ApplicationReadyEvent ready) {
        if (open && ready.getApplicationContext() instanceof org.springframework.boot.web.server.context.WebServerApplicationContext) {
            start();
        }
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            work.forEach(each -> IntStream.range(0, each.hands())
                    .forEach(hand -> workers.add(Rounds.start("post " + each.getClass().getSimpleName() + " " + hand, Duration.ZERO, () -> work(each)))));
        }
    }

    private static Duration work(MailWork each) {
        try {
            return each.work() ? Duration.ZERO : PAUSE;
        } catch (RuntimeException e) {
            LOG.warn("The post waits a moment: {}", e.getClass().getSimpleName());
            return AFTER_FAILURE;
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        Rounds.stop(workers);
        workers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
