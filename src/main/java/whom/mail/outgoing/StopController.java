package whom.mail.outgoing;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import whom.access.Actor;
import whom.access.OpenPaths;
import whom.kernel.NotFound;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.mail.PostSettings;

/**
 * The signed link by which somebody who was let in, or asked aside, stops the mails of it, without an account; and has them come
 * again. Mail programs post here by themselves (RFC 8058) and want an answer at once, no other address. Opening it does nothing, since mail scanners open links.
 */
@Controller
class StopController implements OpenPaths {

    private final PostSettings settings;
    private final Rows rows;
    /** Apart from the page's own, which is of whoever looks; this is the mailing machine's. */
    private final TransactionTemplate apart;

    StopController(PostSettings settings, Rows rows, PlatformTransactionManager transactions) {
        this.settings = settings;
        this.rows = rows;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public List<String> paths() {
        return List.of("/mail/stop");
    }

    @Override
    public List<String> postedFromElsewhere() {
        return paths();
    }

    record Stopping(String number, boolean stopped) {}

    @GetMapping("/mail/stop/{secret}")
    ModelAndView page(@PathVariable String secret) {
        return page(secret, null);
    }

    @PostMapping("/mail/stop/{secret}")
    ModelAndView stop(@PathVariable String secret) {
        return page(secret, true);
    }

    @GetMapping("/mail/stop/{secret}/undo")
    ModelAndView again(@PathVariable String secret) {
        return page(secret, null);
    }

    @PostMapping("/mail/stop/{secret}/undo")
    ModelAndView undo(@PathVariable String secret) {
        return page(secret, false);
    }

    private ModelAndView page(String secret, @Nullable Boolean stop) {
        Stopping now = Actor.as(Actor.Machine.MAIL, () -> apart.execute(t -> {
            OptionalLong mail = settings.now().stops().read(secret);
            return mail.isEmpty() ? null : rows.first(Sql.of("select number, stopped from mail.stop_by_link(?, ?)", mail.getAsLong(), stop), row -> new Stopping(row.text("number"), row.is("stopped"))).orElse(null);
        }));
        if (now == null) {
            throw new NotFound();
        }
        return new ModelAndView("mail/stop").addObject("secret", secret).addObject("number", now.number()).addObject("stopped", now.stopped()).addObject("done", stop != null);
    }
}
