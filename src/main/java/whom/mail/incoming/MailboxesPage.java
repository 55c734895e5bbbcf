package whom.mail.incoming;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whom.mail.Trouble;
import whom.web.Choice;
import whom.web.Shell;

/** The addresses at which mail comes in. */
public record MailboxesPage(List<Box> boxes, List<Choice> services) {

    public MailboxesPage {
        boxes = List.copyOf(boxes);
        services = List.copyOf(services);
    }

    /** @param service its name, or "" for the desk @param failure what its server said last, or "" */
    public record Box(String address, String service, String protocol, String host, @Nullable Instant lastAt, String failure) {

        /** In a sentence where there is one; else as its server said it. */
        public String trouble(Shell shell) {
            return Trouble.KNOWN.contains(failure) ? shell.say("mail.trouble." + failure) : failure;
        }

        public String way(Shell shell) {
            return shell.say("mail.boxes.protocol." + protocol) + (host.isEmpty() ? "" : ": " + host);
        }
    }

    public List<Choice> auths(Shell shell) {
        return List.of("password", "xoauth2").stream().map(each -> new Choice(each, shell.say("mail.auth." + each))).toList();
    }

    public List<Choice> about(Shell shell) {
        var choices = new java.util.ArrayList<>(List.of(new Choice("", shell.say("mail.boxes.desk"))));
        choices.addAll(services);
        return choices;
    }

    public List<Choice> protocols(Shell shell) {
        return List.of("imap", "pop3", "none").stream().map(each -> new Choice(each, shell.say("mail.boxes.protocol." + each))).toList();
    }

    public List<Choice> securities(Shell shell) {
        return List.of("tls", "starttls", "none").stream().map(each -> new Choice(each, shell.say("mail.security." + each))).toList();
    }
}
