package whom.services;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.Keys;
import whom.kernel.Refused;
import whom.kernel.Row;
import whom.kernel.Rows;
import whom.kernel.Sql;
import whom.people.Written;

/** What is offered to whom, as far as the one who asks may see it. */
@Component
public class Services {

    public static final List<String> KINDS = List.of("request", "incident", "complaint");

    private static final int LONGEST_ABOUT = 2_000;

    private final Rows rows;

    Services(Rows rows) {
        this.rows = rows;
    }

    /** {@code depth} is how deep it stands in the tree; {@code team} is empty where the desk sorts. */
    public record Service(long id, String key, @Nullable Long parent, String name, String en, String de, String about, String aboutEn, String aboutDe, String provider, String providerName,
                          String team, String teamName, boolean discreet, @Nullable Instant retiredAt, int depth) {
        Service at(int deep) {
            return new Service(id, key, parent, name, en, de, about, aboutEn, aboutDe, provider, providerName, team, teamName, discreet, retiredAt, deep);
        }
    }

    public record DeskWide(Instant since, @Nullable Instant until, String reason) {}

    /** An offering, whose kind says what becomes of it, or an output, which was meant or not. */
    public record Part(String key, String name, String kind) {}

    /** From the top down, each followed by what is below it; without what is retired. */
    @Transactional(readOnly = true)
    public List<Service> tree(String language) {
        List<Service> all = rows.list(select(language).then("where s.retired_at is null order by 4, s.key"), Services::read);
        Set<Long> known = new HashSet<>();
        all.forEach(service -> known.add(service.id));
        Map<Long, List<Service>> below = new LinkedHashMap<>();
        all.forEach(service -> below.computeIfAbsent(service.parent != null && known.contains(service.parent) ? service.parent : 0L, _ -> new ArrayList<>()).add(service));
        List<Service> tree = new ArrayList<>();
        lay(0L, 0, below, tree);
        return tree;
    }

    private static void lay(Long parent, int depth, Map<Long, List<Service>> below, List<Service> tree) {
        for (Service service : below.getOrDefault(parent, List.of())) {
            tree.add(service.at(depth));
            lay(service.id, depth + 1, below, tree);
        }
    }

    @Transactional(readOnly = true)
    public Service required(String key, String language) {
        return rows.one(select(language).then("where s.key = ?", key), Services::read);
    }

    @Transactional(readOnly = true)
    public List<DeskWide> deskWide(long service) {
        return rows.list(Sql.of("select since, nullif(until, 'infinity') as until, reason from services.desk_wide where service_id = ? order by id desc limit 50", service),
                row -> new DeskWide(Objects.requireNonNull(row.time("since")), row.time("until"), row.text("reason")));
    }

    /** Whether the one who asks owns it, or one above it. */
    @Transactional(readOnly = true)
    public boolean isMine(long service) {
        return rows.is(Sql.of("select services.has_role(?, 'service_owner')", service));
    }

    @Transactional(readOnly = true)
    public List<Part> offerings(long service, String language) {
        return rows.list(Sql.of("select key, coalesce(name ->> ?, name ->> 'en', key) as name, kind from services.offering where service_id = ? and retired_at is null order by 2 limit 500", language, service), Services::part);
    }

    @Transactional(readOnly = true)
    public List<Part> outputs(long service, String language) {
        return rows.list(Sql.of("select key, coalesce(name ->> ?, name ->> 'en', key) as name, case when meant then 'meant' else 'unmeant' end as kind from services.output where service_id = ? order by 2 limit 500", language, service), Services::part);
    }

    @Transactional
    public String add(Written written) {
        Long parent = written.maybeReference(rows, "parent", "services.service");
        long provider = written.reference(rows, "provider", "people.unit");
        Long team = written.maybeReference(rows, "team", "people.team");
        Sql name = written.name();
        String key = Keys.free(written.required("en"), "service", taken(rows, "services.service"));
        Sql sql = Sql.of("select services.add_service(?,", key).then(name).then(", ?::bigint, ?, ?::bigint, ?) is not null", parent, provider, team, written.says("discreet"));
        try {
            Written.allowed(rows.is(sql));
        } catch (DuplicateKeyException e) {
            throw new Refused("en", "people.refused.taken");
        }
        return key;
    }

    /** Changes names, what is said about it, who provides it and who answers. */
    @Transactional
    public void describe(String key, Written written) {
        long service = required(key, "en").id;
        Sql about = Sql.of("jsonb_strip_nulls(jsonb_build_object('en', nullif(?::text, ''), 'de', nullif(?::text, '')))", written.maybe("aboutEn", LONGEST_ABOUT), written.maybe("aboutDe", LONGEST_ABOUT));
        long provider = written.reference(rows, "provider", "people.unit");
        Long team = written.maybeReference(rows, "team", "people.team");
        Written.allowed(rows.is(Sql.of("select services.describe_service(?,", service).then(written.name()).then(",").then(about).then(", ?, ?::bigint)", provider, team)));
    }

    @Transactional
    public void retire(String key) {
        Written.allowed(rows.is(Sql.of("select services.retire(?)", required(key, "en").id)));
    }

    /** All agents read its tickets from now on. @throws Refused without a reason, and for a discreet one */
    @Transactional
    public void openToDesk(String key, Written written) {
        Service service = required(key, "en");
        String reason = written.required("reason");
        if (service.discreet) {
            throw new Refused("reason", "services.refused.discreet");
        }
        Written.allowed(rows.is(Sql.of("select services.open_to_desk(?, ?)", service.id, reason)));
    }

    @Transactional
    public void closeToDesk(String key) {
        Written.allowed(rows.is(Sql.of("select services.close_to_desk(?)", required(key, "en").id)));
    }

    @Transactional
    public void addOffering(String key, Written written) {
        long service = required(key, "en").id;
        String kind = written.choice("kind", KINDS);
        Sql name = written.name();
        String own = Keys.free(written.required("en"), "offering", taken(rows, "services.offering"));
        Written.allowed(rows.is(Sql.of("select services.add_offering(?, ?, ?,", service, own, kind).then(name).then(")")));
    }

    @Transactional
    public void addOutput(String key, Written written) {
        long service = required(key, "en").id;
        boolean meant = written.choice("kind", List.of("meant", "unmeant")).equals("meant");
        Sql name = written.name();
        String own = Keys.free(written.required("en"), "output", taken(rows, "services.output"));
        Written.allowed(rows.is(Sql.of("select services.add_output(?, ?,", service, own).then(name).then(", ?)", meant)));
    }

    private static java.util.function.Predicate<String> taken(Rows rows, String table) {
        return key -> rows.is(Sql.of("select exists (select from " + table + " where key = ?)", key));
    }

    private static Sql select(String language) {
        return Sql.of("""
                select s.id, s.key, s.parent_id, coalesce(s.name ->> ?, s.name ->> 'en', s.key) as name, s.name ->> 'en' as en, s.name ->> 'de' as de,
                  coalesce(s.about ->> ?, s.about ->> 'en', '') as about, s.about ->> 'en' as about_en, s.about ->> 'de' as about_de,
                  u.key as provider, coalesce(u.name ->> ?, u.name ->> 'en', u.key) as provider_name, t.key as team, coalesce(t.name ->> ?, t.name ->> 'en', t.key) as team_name, s.discreet, s.retired_at
                from services.service s left join people.unit u on u.id = s.provider_id left join people.team t on t.id = s.team_id""", language, language, language, language);
    }

    private static Service read(Row row) throws java.sql.SQLException {
        return new Service(row.id("id"), row.text("key"), row.maybeId("parent_id"), row.text("name"), row.text("en"), row.text("de"), row.text("about"), row.text("about_en"), row.text("about_de"),
                row.text("provider"), row.text("provider_name"), row.text("team"), row.text("team_name"), row.is("discreet"), row.time("retired_at"), 0);
    }

    private static Part part(Row row) throws java.sql.SQLException {
        return new Part(row.text("key"), row.text("name"), row.text("kind"));
    }
}
