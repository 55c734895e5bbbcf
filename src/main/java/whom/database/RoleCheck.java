package whom.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Row-level security holds only for a role that is neither superuser nor owner nor exempt, and cannot become such a one.
 * Whom looks before it serves anybody, through the very connection that it will use.
 */
final class RoleCheck {

    private static final String POWERS = """
            select r.rolname, concat_ws(', ',
              case when r.rolsuper then 'is a superuser' end,
              case when r.rolbypassrls then 'has BYPASSRLS' end,
              case when r.rolcreaterole then 'has CREATEROLE' end,
              case when r.rolname <> session_user then 'logged in as ' || session_user end,
              (select 'owns ' || string_agg(c.oid::regclass::text, ', ' order by c.relname)
                 from (select * from pg_class where relowner = r.oid and relpersistence <> 't' order by relname limit 3) c),
              (select 'owns the schema ' || min(n.nspname) from pg_namespace n where n.nspowner = r.oid and n.nspname !~ '^pg_'),
              (select 'can become ' || string_agg(o.rolname, ', ' order by o.rolname)
                 from pg_roles o
                where o.oid <> r.oid and pg_has_role(r.oid, o.oid, 'member')
                  and (o.rolsuper or o.rolbypassrls or exists (select from pg_class c where c.relowner = o.oid)
                       or o.rolname in ('pg_read_all_data', 'pg_write_all_data', 'pg_execute_server_program',
                                        'pg_read_server_files', 'pg_write_server_files'))))
            from pg_roles r where r.rolname = current_user
            """;

    private RoleCheck() {}

    static void refusePowerful(DataSource pool) {
        try (Connection connection = pool.getConnection();
             var statement = connection.createStatement();
             var rows = statement.executeQuery(POWERS)) {
            rows.next();
            if (!rows.getString(2).isEmpty()) {
                throw new CannotStart("Whom does not start: the database role " + rows.getString(1) + " " + rows.getString(2)
                        + ", so row-level security would not hold for it. Take that from the role, then start again.");
            }
        } catch (SQLException e) {
            throw new CannotStart("The database does not let Whom work: " + e.getMessage(), e);
        }
    }
}
