package whom.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Row-level security holds only for a role that is neither superuser nor owner nor exempt, and cannot become such a one.
 * Whom looks at each of its roles before it serves anybody, from inside: logged in as the one that serves pages.
 */
final class RoleCheck {

    private static final String POWERS = """
            with mine as (
              select r.* from pg_roles r where r.rolname = any (?) or r.rolname in (current_user, session_user)
            )
            select r.rolname, concat_ws(', ',
              case when r.rolsuper then 'is a superuser' end,
              case when r.rolbypassrls then 'has BYPASSRLS' end,
              case when r.rolcreaterole then 'has CREATEROLE' end,
              case when r.rolreplication then 'has REPLICATION' end,
              (select 'owns ' || string_agg(c.name, ', ')
                 from (select oid::regclass::text as name from pg_class where relowner = r.oid and relpersistence <> 't' order by 1 limit 3) c),
              (select 'owns the schema ' || min(n.nspname) from pg_namespace n where n.nspowner = r.oid and n.nspname !~ '^pg_'),
              (select 'owns the database ' || d.datname from pg_database d where d.datname = current_database() and d.datdba = r.oid),
              (select 'becomes another role when it logs in' from pg_db_role_setting s, unnest(s.setconfig) c
                where s.setrole = r.oid and (c like 'role=%' or c like 'session_authorization=%') limit 1),
              (select 'can become ' || string_agg(o.rolname, ', ' order by o.rolname)
                 from pg_roles o
                where not r.rolsuper and o.oid <> r.oid and pg_has_role(r.oid, o.oid, 'member')
                  and (o.rolsuper or o.rolbypassrls or o.rolname = any ('{pg_read_all_data,pg_write_all_data,pg_execute_server_program,pg_read_server_files,pg_write_server_files}')
                       or exists (select from pg_class c where c.relowner = o.oid)))) as powers
            from mine r
            """;

    private RoleCheck() {}

    static void refusePowerful(Login login) throws SQLException {
        try (Connection connection = login.connect()) {
            List<String> found = powers(connection);
            if (!found.isEmpty()) {
                throw new CannotStart("Whom does not start: the database role " + String.join("; ", found)
                        + ". Row-level security would not hold. Take that from the role, then start again.");
            }
        }
    }

    private static List<String> powers(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(POWERS)) {
            statement.setArray(1, connection.createArrayOf("text", Arrays.stream(DatabaseRole.values()).map(DatabaseRole::sqlName).toArray()));
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (!rows.getString("powers").isEmpty()) {
                        found.add(rows.getString("rolname") + " " + rows.getString("powers"));
                    }
                }
            }
            return found;
        }
    }
}
