package whom.conversations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataAccessException;
import whom.access.Actor;

/** One line of {@code access/*.txt}: what somebody gets when they ask the database something. {@code rule} is the heading above it. */
record Claim(String rule, String who, String question, String about, String answer) {

    private static final Pattern LINE = Pattern.compile("(\\S+): ([a-z ]+?) ?(vpn|blame|sick|ordered|moved|desk|wages|) = (.*)");

    /** Each answers rows of one text, in an order of its own; {@code :c} is the conversation, {@code :n} its number. */
    private static final Map<String, String> QUESTIONS = Map.ofEntries(
            Map.entry("said", "select text from conversations.message where conversation_id = :c order by id"),
            Map.entry("threads", "select kind from conversations.thread where conversation_id = :c order by id"),
            Map.entry("conversation", "select served_id::text from conversations.conversation where id = :c"),
            Map.entry("ticket", "select subject from tickets.ticket where id = :c"),
            Map.entry("listed", "select count(*)::text from tickets.sight where ticket_id = :c having count(*) > 0"),
            Map.entry("teams", "select team_id::text from tickets.on_ticket where ticket_id = :c order by 1"),
            Map.entry("files", "select name from conversations.attachment where conversation_id = :c"),
            Map.entry("bytes", "select convert_from(b.bytes, 'UTF8') from conversations.content b join conversations.attachment a on a.content_id = b.id where a.conversation_id = :c"),
            Map.entry("notes", "select conversations.count_notes(:c)::text"),
            Map.entry("sides", "select why || case when withheld then ' withheld' else '' end from conversations.sides(:c)"),
            Map.entry("subjects", "select coalesce(nullif(subject, ''), '-') from conversations.sides(:c)"),
            Map.entry("participants", "select key::text from conversations.participant p join conversations.thread t on t.id = p.thread_id where t.conversation_id = :c order by 1"),
            Map.entry("readings", "select distinct \"right\" from conversations.reading where conversation_id = :c order by 1"),
            Map.entry("read", "select \"right\" || coalesce(' ' || name, '') || coalesce(' ' || (team ->> 'en'), '') from conversations.who_has_read(:c) order by 1"),
            Map.entry("who", "select \"right\" || ' ' || key from conversations.who_can_read(:c)"),
            Map.entry("wrote", "select text from conversations.my_words(:n)"),
            Map.entry("letins", "select person_id::text from conversations.let_in where conversation_id = :c"),
            Map.entry("picked", "select m.text from conversations.picked p join conversations.message m on m.id = p.message_id where m.conversation_id = :c"),
            Map.entry("breaks", "select purpose from conversations.seal_break where number = :n"),
            Map.entry("drafts", "select text from conversations.draft where conversation_id = :c"),
            Map.entry("events", "select distinct verb from log.event where subject = 'ticket' and subject_id = :c and verb = 'ticket.raised'"),
            Map.entry("logs", "with made as (insert into log.event (account_id, verb, subject, subject_id) values (access.me(), 'test', 'ticket', :c) returning 1) select 't' from made"),
            Map.entry("may change", "with changed as (update tickets.ticket set urgency = urgency where id = :c returning 1) select count(*)::text from changed"),
            Map.entry("may say", "select case when conversations.may_write(:main) then 't' else 'f' end"),
            Map.entry("may note", "select case when conversations.may_write(:notes) then 't' else 'f' end"),
            Map.entry("may say aside", "select case when conversations.may_write(:side) then 't' else 'f' end"),
            Map.entry("rules", "select service_id::text from conversations.service_rule"),
            Map.entry("may rule", "with changed as (update conversations.service_rule set forbids_superiors = forbids_superiors returning 1) select count(*)::text from changed"),
            Map.entry("asks", "select text from portal.asking order by 1"),
            Map.entry("asks with", "select name from portal.asking_file order by 1"),
            Map.entry("links", "select kind from tickets.link where :c in (from_id, to_id)"),
            Map.entry("may link", "with made as (insert into tickets.link (from_id, to_id, kind) select :c, max(id), 'related' from conversations.conversation where id <> :c returning 1) select count(*)::text from made"),
            Map.entry("may unlink", "with gone as (delete from tickets.link where :c in (from_id, to_id) returning 1) select count(*)::text from gone"),
            Map.entry("views", "select name from tickets.saved_view order by 1"),
            Map.entry("may drop views", "with gone as (delete from tickets.saved_view returning 1) select count(*)::text from gone"),
            Map.entry("letters", "select outcome from mail.incoming"),
            Map.entry("sent", "select kind from mail.outgoing where kind = 'trial'"),
            Map.entry("may fetch", "with gone as (update mail.mailbox set failure = failure returning address) select address from gone"),
            Map.entry("mail texts", "select occasion from mail.wording"),
            Map.entry("mailboxes", "select address from mail.mailbox"),
            Map.entry("senders", "select address from mail.sender"),
            Map.entry("stopped", "select account_id::text from mail.stopped"),
            Map.entry("reply secret", "select 'known' from mail.setting where name = 'reply_secret'"),
            Map.entry("put aside", "select failure from mail.set_aside()"),
            Map.entry("clock", "select stage from tickets.ticket where id = :c"),
            Map.entry("may describe", "with changed as (update people.person set place = place returning key) select key from changed"),
            Map.entry("memberships", "select 'some' from people.membership limit 1"),
            Map.entry("offices", "select 'some' from people.office limit 1"),
            Map.entry("placements", "select 'some' from people.placement limit 1"),
            Map.entry("agreed", "select key from agreements.agreement"),
            Map.entry("terms", "select valid_from::text from agreements.version"),
            Map.entry("targets", "select clock from agreements.target"),
            Map.entry("levels", "select whom from agreements.level"),
            Map.entry("exceptions", "select function from agreements.exception"),
            Map.entry("clocks", "select 'some' from agreements.ticket where ticket_id = :c"),
            Map.entry("may move clocks", "with moved as (update agreements.ticket set next_at = next_at where ticket_id = :c returning 1) select count(*)::text from moved"),
            Map.entry("outcomes", "select clock from agreements.outcome where ticket_id = :c and not behind"),
            Map.entry("teams outcomes", "select clock from agreements.outcome where ticket_id = :c and behind"),
            Map.entry("warnings", "select clock from agreements.warning where ticket_id = :c"),
            Map.entry("turns", "select person_id::text from calendars.shift"),
            Map.entry("stand ins", "select person_id::text from calendars.duty_change"),
            Map.entry("units", "select string_agg(key, ' ' order by id) from people.unit having count(*) > 0"),
            Map.entry("team", "select string_agg(distinct person_id::text, ' ') from people.team_member where team_id = 12 having count(*) > 0"),
            Map.entry("people", "select string_agg(key, ' ' order by id) from people.person having count(*) > 0"),
            Map.entry("addresses", "select address from people.address order by 1"));

    private static final Map<String, Actor> MACHINES = Map.of("nobody", Actor.Nobody.NOBODY, "mail", Actor.Machine.MAIL, "jobs", Actor.Machine.JOBS, "measure", Actor.Machine.MEASURE);

    static List<Claim> all() {
        try {
            List<Claim> claims = new ArrayList<>();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:access/*.txt")) {
                read(file.getContentAsString(StandardCharsets.UTF_8), claims);
            }
            return claims;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void read(String text, List<Claim> claims) {
        String rule = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith("#")) {
                rule = line.substring(2);
                continue;
            }
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                claims.add(new Claim(rule, parts.group(1), parts.group(2), parts.group(3), parts.group(4).strip()));
            } else if (!line.isBlank()) {
                throw new IllegalStateException("cannot be read: " + line);
            }
        }
    }

    boolean holds(Scene scene) {
        return answer.equals(asked(scene));
    }

    String asked(Scene scene) {
        long conversation = scene.conversations().get(about);
        String sql = QUESTIONS.get(question).replace(":main", scene.thread("main", conversation)).replace(":notes", scene.thread("notes", conversation))
                .replace(":side", scene.thread("side", conversation)).replace(":c", Long.toString(conversation)).replace(":n", "'" + scene.world().number(conversation) + "'");
        try {
            List<String> rows = scene.world().wouldSee(actor(scene), sql);
            return rows.isEmpty() ? "none" : String.join(", ", rows);
        } catch (DataAccessException e) {
            return String.valueOf(e.getMostSpecificCause().getMessage()).matches("(?s).*(permission denied|row-level security).*") ? "refused" : e.getMessage();
        }
    }

    private Actor actor(Scene scene) {
        if (MACHINES.containsKey(who)) {
            return MACHINES.get(who);
        }
        boolean reads = !who.endsWith("-");
        return new Actor.Account(scene.accounts().get(reads ? who : who.substring(0, who.length() - 1)), reads);
    }

    @Override
    public String toString() {
        return "%s: %s %s = %s (%s)".formatted(who, question, about, answer, rule);
    }
}
