package whom.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every table, view and function, so that a new one cannot forget it. */
@WithDatabase
class SchemaTest {

    private static final String OURS = "nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public', 'database')";

    /** Without a row's worth of people's words or standing: each with the reason why everybody may see all of it. */
    private static final Map<String, String> PUBLISHED = Map.ofEntries(
            Map.entry("access.realm", "numbers of organisations"),
            Map.entry("access.setting", "how the house is set up"),
            Map.entry("people.team", "teams' names stand on every ticket"),
            Map.entry("calendars.calendar", "when the house works"),
            Map.entry("calendars.pattern", "when the house works"),
            Map.entry("calendars.day", "when the house works"),
            Map.entry("calendars.hours_of", "when units work"),
            Map.entry("services.desk_wide", "stands on the service's page (P1)"),
            Map.entry("services.offering", "what is offered"),
            Map.entry("services.output", "what is made"));

    /** Reached by functions alone: no role has any right to the table, which the test checks. */
    private static final Map<String, String> BY_FUNCTIONS = Map.of(
            "conversations.shut_out", "who is concerned",
            "conversations.admission", "codes",
            "conversations.answer_link", "links' secrets");

    private final TestDatabase database;

    SchemaTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void every_table_has_policies_or_a_reason() {
        var bare = names("""
                select format('%s.%s', nspname, relname) from pg_class c join pg_namespace n on n.oid = relnamespace
                where relkind in ('r', 'p') and not relispartition and """ + " " + OURS + """
                 and not (relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
                 and exists (select from unnest(array['whom_app', 'whom_mail', 'whom_jobs', 'whom_measure']) r where has_any_column_privilege(r, c.oid, 'select, insert, update') or has_table_privilege(r, c.oid, 'delete'))""");
        assertThat(bare).isSubsetOf(PUBLISHED.keySet());
    }

    @Test
    void partitions_are_reached_through_their_table_alone() {
        assertThat(names("""
                select format('%s.%s', nspname, relname) from pg_class c join pg_namespace n on n.oid = relnamespace
                where relispartition and relkind = 'r'
                 and exists (select from unnest(array['whom_app', 'whom_mail', 'whom_jobs', 'whom_measure']) r where has_any_column_privilege(r, c.oid, 'select, insert, update'))""")).isEmpty();
    }

    @Test
    void what_is_reached_by_functions_is_reached_by_nothing_else() {
        for (String table : BY_FUNCTIONS.keySet()) {
            assertThat(names("select r from unnest(array['whom_app', 'whom_mail', 'whom_jobs', 'whom_measure']) r where has_any_column_privilege(r, '" + table + "', 'select, insert, update')"))
                    .as(table).isEmpty();
        }
    }

    @Test
    void a_view_asks_as_the_one_who_looks() {
        var views = names("select format('%s.%s', nspname, relname) from pg_class c join pg_namespace n on n.oid = relnamespace where relkind in ('v', 'm') and " + OURS
                + " and not coalesce(reloptions::text ~ 'security_invoker=(true|on|1)', false)");
        assertThat(views).isEmpty();
    }

    /** In public stand the operators of extensions; none of our roles may create anything there. */
    @Test
    void a_function_that_acts_as_the_owner_says_where_names_are_looked_up() {
        assertThat(names("select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = pronamespace where prosecdef and " + OURS
                + " and not coalesce(proconfig && array['search_path=pg_catalog, pg_temp', 'search_path=pg_catalog, public, pg_temp'], false)")).isEmpty();
    }

    @Test
    void no_function_of_conversations_is_everybodys() {
        assertThat(names("""
                select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = pronamespace
                where nspname = 'conversations' and prosecdef and (proacl is null or exists (select from aclexplode(proacl) a where a.grantee = 0 and a.privilege_type = 'EXECUTE'))""")).isEmpty();
    }

    /** But for who recorded or granted something: accounts are never deleted, and nobody is asked for all that they recorded. */
    @Test
    void every_foreign_key_has_an_index() {
        assertThat(names("""
                select format('%s %s', c.conrelid::regclass, c.conname) from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
                where c.contype = 'f' and """ + " " + OURS + """
                 and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])
                 and c.conname not like '%\\_by\\_fkey'""")).as("foreign keys without an index").isEmpty();
    }

    private List<String> names(String sql) {
        return database.asOwner().sql(sql).query(String.class).list();
    }
}
