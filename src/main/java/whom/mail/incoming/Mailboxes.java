package whom.mail.incoming;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.access.NotAllowed;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.web.Choice;

/** Which mailboxes there are, for administrators. */
@Component
class Mailboxes {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"+,;()]{1,64}@[^\\s@<>\",;()]{1,189}");
    private static final Pattern HOST = Pattern.compile("[\\p{Alnum}.:_-]{1,253}");

    private final Rows rows;

    Mailboxes(Rows rows) {
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    public MailboxesPage page(String language) {
        return new MailboxesPage(rows.list(Sql.of("select address, coalesce(service ->> ?, service ->> 'en', service_key, '') as service, protocol, host, last_at, failure from mail.mailboxes()", language),
                row -> new MailboxesPage.Box(row.text("address"), row.text("service"), row.text("protocol"), row.text("host"), row.time("last_at"), row.text("failure"))),
                rows.list(Sql.of("select key, coalesce(name ->> ?, name ->> 'en', key) as name from services.service where retired_at is null order by 2, 1 limit 1000", language),
                        row -> new Choice(row.text("key"), row.text("name"))));
    }

    /** @throws Refused naming the field that is wrong */
    @Transactional
    public void set(Map<String, String> typed) {
        String protocol = choice(typed, "box_protocol", List.of("imap", "pop3", "none"));
        boolean fetched = !protocol.equals("none");
        String service = text(typed, "box_service");
        if (!service.isEmpty() && !rows.is(Sql.of("select exists (select from services.service where key = ? and retired_at is null)", service))) {
            throw refused("box_service");
        }
        boolean done = rows.is(Sql.of("select mail.set_mailbox(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", matching(typed, "box_address", ADDRESS), service, protocol,
                fetched ? matching(typed, "box_host", HOST) : "", fetched ? port(typed) : 0, choice(typed, "box_security", List.of("tls", "starttls", "none")), choice(typed, "box_auth", List.of("password", "xoauth2")),
                fetched ? text(typed, "box_user") : "", fetched ? secret(typed) : "", text(typed, "box_folder").isEmpty() ? "INBOX" : text(typed, "box_folder")));
        if (!done) {
            throw new NotAllowed();
        }
    }

    @Transactional
    public void remove(String address) {
        switch (rows.one(Sql.of("select mail.remove_mailbox(?) as done", address), row -> row.text("done"))) {
            case "in_use" -> throw new Refused("", "mail.refused.box_in_use");
            case "done" -> { }
            default -> throw new NotFound();
        }
    }

    private static int port(Map<String, String> typed) {
        String port = text(typed, "box_port");
        if (!port.isEmpty() && (!port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535)) {
            throw refused("box_port");
        }
        return port.isEmpty() ? 0 : Integer.parseInt(port);
    }

    private static String matching(Map<String, String> typed, String name, Pattern pattern) {
        String value = text(typed, name);
        if (!pattern.matcher(value).matches()) {
            throw refused(name);
        }
        return value;
    }

    private static String choice(Map<String, String> typed, String name, List<String> choices) {
        String value = text(typed, name);
        if (!value.isEmpty() && !choices.contains(value)) {
            throw refused(name);
        }
        return value.isEmpty() ? choices.getFirst() : value;
    }

    /** A refresh token is longer than any password. */
    private static String secret(Map<String, String> typed) {
        String value = typed.getOrDefault("box_password", "").strip();
        if (value.length() > 4_000 || value.chars().anyMatch(Character::isISOControl)) {
            throw refused("box_password");
        }
        return value;
    }

    private static String text(Map<String, String> typed, String name) {
        String value = typed.getOrDefault(name, "").strip();
        if (value.length() > 500 || value.chars().anyMatch(Character::isISOControl)) {
            throw refused(name);
        }
        return value;
    }

    private static Refused refused(String field) {
        return new Refused(field, "mail.refused." + field);
    }
}
