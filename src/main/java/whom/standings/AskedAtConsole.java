package whom.standings;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.standings.files.Answers;
import whom.vocabulary.Words;

/**
 * Somebody's standings for whoever runs the machine, as the database's owner. No page and no API reaches this. The look is on record
 * like a keeper's; tickets are no evidence, since whoever asks so reads none.
 */
public final class AskedAtConsole {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Slice slice;
    private final Named names;
    private final String person;
    private final @Nullable String service;
    private final Words words;

    private AskedAtConsole(Slice slice, Named names, String person, @Nullable String service, Words words) {
        this.slice = slice;
        this.names = names;
        this.person = person;
        this.service = service;
        this.words = words;
    }

    /** @throws IllegalArgumentException when there is no such person or service */
    public static AskedAtConsole of(Connection owner, String typed, @Nullable String service, LocalDate at, Words words) {
        var rows = new Rows(new JdbcTemplate(new SingleConnectionDataSource(owner, true)));
        String person = rows.first(Sql.of("""
                select p.key from people.person p where p.erased_at is null
                  and (p.key = ? or p.id = (select a.person_id from people.address a where a.address = lower(?) and a.until = 'infinity' and a.confirmed_at is not null))
                order by p.key = ? desc limit 1
                """, typed, typed, typed), row -> row.text("key")).orElseThrow(() -> new IllegalArgumentException("There is nobody with the key or address \"" + typed + "\"."));
        if (service != null && rows.first(Sql.of("select key from services.service where key = ?", service), row -> row.text("key")).isEmpty()) {
            throw new IllegalArgumentException("There is no service \"" + service + "\".");
        }
        Slice slice = new Slices(rows).atConsole(person, service, at);
        return new AskedAtConsole(slice, new Names(rows).of(List.of(slice), List.of(), words), person, service, words);
    }

    /** To one service as the API answers; to all, by the service's key. */
    public String json() {
        var answers = new Answers(slice.resolver());
        if (service != null) {
            return MAPPER.writeValueAsString(answers.to(new Question.Who(person, service, slice.at())));
        }
        var all = JsonNodeFactory.instance.objectNode();
        for (String each : slice.about().stream().sorted().toList()) {
            var answer = answers.to(new Question.Who(person, each, slice.at()));
            if (!answer.isEmpty()) {
                all.set(each, answer);
            }
        }
        return MAPPER.writeValueAsString(all);
    }

    /** In sentences, evidence below what it gives. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(names.person(person) + " (" + person + "), " + words.date(slice.at()));
        var reasons = new Reasons(slice, person, names, words);
        for (String each : slice.about().stream().sorted().toList()) {
            OnService on = OnService.of(each, names.service(each), slice.resolver().who(person, each, slice.at()), reasons, words);
            if (!on.standings().isEmpty()) {
                lines.add("");
                lines.add(on.name() + " (" + each + ")");
                on.standings().forEach(shown -> lines(shown, lines));
            }
        }
        if (lines.size() == 1) {
            lines.add(words.say("standings.none"));
        }
        return lines;
    }

    private static void lines(OnService.Shown shown, List<String> lines) {
        lines.add("  " + shown.word());
        for (OnService.Reason reason : shown.reasons()) {
            lines.add("    " + reason.text() + " (" + reason.fact() + ")");
            reason.through().forEach(step -> lines.add("      " + step));
        }
    }
}
