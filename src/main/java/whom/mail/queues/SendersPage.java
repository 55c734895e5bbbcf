package whom.mail.queues;

import java.util.List;
import whom.web.Choice;
import whom.web.Shell;

/** From whom mails go, queue by queue. @param queues those of which something can be said @param deskAddress "" as long as no mail goes out */
public record SendersPage(List<Row> rows, List<Choice> queues, String deskAddress) {

    public SendersPage {
        rows = List.copyOf(rows);
        queues = List.copyOf(queues);
    }

    /** @param name of the service or team; "" for the desk @param signature its first line */
    public record Row(String key, String name, String address, String called, String signature) {

        public String title(Shell shell) {
            return key.equals("desk") ? shell.say("mail.senders.desk") : shell.say(key.startsWith("team-") ? "mail.senders.team" : "mail.senders.service", name);
        }
    }

    /** Nothing but the desk's own, and nothing said of that. */
    public boolean empty() {
        return rows.size() == 1 && rows.getFirst().address().isEmpty() && rows.getFirst().called().isEmpty() && rows.getFirst().signature().isEmpty();
    }
}
