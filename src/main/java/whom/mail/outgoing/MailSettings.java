package whom.mail.outgoing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import whom.access.Actor;
import whom.access.NotAllowed;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.mail.MailTokens;
import whom.mail.Post;
import whom.mail.PostSettings;
import whom.mail.Trouble;

/** What administrators set about mail, and a trial of it. */
@Component
class MailSettings {

    private final Rows rows;
    private final PostSettings settings;
    private final MailTokens tokens;
    private final TransactionTemplate transactions;

    MailSettings(Rows rows, PostSettings settings, MailTokens tokens, TransactionTemplate transactions) {
        this.rows = rows;
        this.settings = settings;
        this.tokens = tokens;
        this.transactions = transactions;
    }

    /** Without secrets: of a password only that there is one. */
    @Transactional(readOnly = true)
    public Map<String, String> shown() {
        Map<String, String> values = new HashMap<>();
        rows.list(Sql.of("select name, value from mail.settings()"), row -> values.put(row.text("name"), row.text("value")));
        return values;
    }

    /** @throws Refused naming the field that is wrong */
    @Transactional
    public void change(Map<String, String> typed) {
        Map<String, String> sound = Given.sound(typed);
        if (!rows.is(Sql.of("select mail.set(?, ?)", new ArrayList<>(sound.keySet()), new ArrayList<>(sound.values())))) {
            throw new NotAllowed();
        }
    }

    /** Sends a mail to the one who asks, now. @return where it went @throws Refused with what the server said */
    public String tryOut(String subject, String text, String language) {
        String to = java.util.Objects.requireNonNull(transactions.execute(t -> rows.first(
                Sql.of("select address from people.address where person_id = ? and confirmed_at is not null and until > now() order by confirmed_at desc limit 1", Actor.id()),
                row -> row.text("address")).orElseThrow(() -> new Refused("", "mail.trial.nowhere"))));
        boolean demonstration = java.util.Objects.requireNonNull(transactions.execute(t -> shown())).containsKey("demonstration");
        Post post = Actor.as(Actor.Machine.MAIL, () -> java.util.Objects.requireNonNull(transactions.execute(t -> settings.now())));
        if (demonstration || !post.sends()) {
            throw new Refused("", demonstration ? "mail.demonstration" : "mail.trial.off");
        }
        String id = Actor.as(Actor.Machine.MAIL, () -> java.util.Objects.requireNonNull(transactions.execute(t -> rows.one(Sql.of("select mail.new_id() as id"), row -> row.text("id")))));
        try (Smtp server = Smtp.connect(post, tokens)) {
            server.send(new Letter(to, new Letter.From(post.text("name"), post.address()), null, null, subject, text, language, id, List.of(), true, false, List.of()));
        } catch (Smtp.Failed e) {
            String said = String.valueOf(e.getMessage());
            throw Trouble.KNOWN.contains(said) ? new Refused("", "mail.trouble." + said) : new Refused("", "mail.trial.failed", said);
        }
        return to;
    }
}
