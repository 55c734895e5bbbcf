package whom.people;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.access.Actor;
import whom.access.Role;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Who may do what beyond serving themselves, and whose account is closed. Nobody changes their own. */
@Component
public class Roles {

    public static final List<String> ALL = Arrays.stream(Role.values()).map(Role::key).toList();

    private static final Set<String> ABOUT_A_SERVICE = Set.of(Role.SERVICE_OWNER.key(), Role.DISPATCHER.key());

    private final Rows rows;

    Roles(Rows rows) {
        this.rows = rows;
    }

    /** {@code service} is "" but for the owner or dispatcher of one; {@code mine}: of the one who looks, who cannot end it. */
    public record Grant(long id, String person, String name, String role, String service, Instant since, boolean mine) {}

    public record Closed(String key, String name, Instant since) {}

    @Transactional(readOnly = true)
    public List<Grant> grants() {
        return rows.list(Sql.of("""
                select g.id, p.key, p.name, g.role, coalesce(s.name ->> 'en', s.key, '') as service, g.since, g.account_id = access.me() as mine
                from access.role_grant g join people.person p on p.id = g.account_id left join services.service s on s.id = g.about_id and g.role in ('service_owner', 'dispatcher')
                where g.since <= now() and g.until > now() order by p.name, g.role, g.id limit 1000
                """), row -> new Grant(row.id("id"), row.text("key"), row.text("name"), row.text("role"), row.text("service"), Objects.requireNonNull(row.time("since")), row.is("mine")));
    }

    @Transactional(readOnly = true)
    public List<Closed> closed() {
        return rows.list(Sql.of("select p.key, p.name, a.closed_at from access.account a join people.person p on p.id = a.id where a.closed_at is not null order by a.closed_at desc limit 500"),
                row -> new Closed(row.text("key"), row.text("name"), Objects.requireNonNull(row.time("closed_at"))));
    }

    /** @throws Refused for oneself, or an owner or dispatcher of no service */
    @Transactional
    public void grant(Written written) {
        String role = written.choice("role", ALL);
        long person = another(written);
        @Nullable Long service = ABOUT_A_SERVICE.contains(role) ? Long.valueOf(written.reference(rows, "service", "services.service")) : null;
        Written.allowed(rows.is(Sql.of("select access.grant_role(?, ?, ?::bigint)", person, role, service)));
    }

    @Transactional
    public void end(long grant) {
        Written.allowed(rows.is(Sql.of("select access.end_role(?)", grant)));
    }

    /** They are signed out everywhere, and their tokens end. */
    @Transactional
    public void close(Written written) {
        Written.allowed(rows.is(Sql.of("select access.close_account(?)", another(written))));
    }

    @Transactional
    public void reopen(String person) {
        long id = rows.first(Sql.of("select id from people.person where key = ?", person), row -> row.id("id")).orElseThrow(NotFound::new);
        Written.allowed(rows.is(Sql.of("select access.reopen_account(?)", id)));
    }

    private long another(Written written) {
        long person = written.person(rows, "person");
        if (person == Actor.id()) {
            throw new Refused("person", "people.refused.oneself");
        }
        return person;
    }
}
