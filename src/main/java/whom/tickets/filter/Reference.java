package whom.tickets.filter;

/** Something that a filter names by its key, its name or its address; who may see what is decided where it is looked up. */
public record Reference(Kind kind, String name) {

    public enum Kind { SERVICE, OFFERING, TEAM, PERSON }
}
