package whom.facts;

/** What a fact can point to. {@code words} is the SQL of its shown name; all have a public key, some no id of their own. */
public enum Referent {
    PERSON("people.person", "%sname"),
    UNIT("people.unit", "coalesce(%sname ->> 'en', %skey)"),
    SERVICE("services.service", "coalesce(%sname ->> 'en', %skey)"),
    OUTPUT("services.output", "coalesce(%sname ->> 'en', %skey)");

    private final String table;
    private final String words;

    Referent(String table, String words) {
        this.table = table;
        this.words = words;
    }

    String table() {
        return table;
    }

    /** As SQL, of the table under this alias ("" for none). */
    String words(String alias) {
        return words.replace("%s", alias.isEmpty() ? "" : alias + ".");
    }
}
