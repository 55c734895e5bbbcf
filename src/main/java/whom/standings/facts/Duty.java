package whom.standings.facts;

/** What one can answer for in a unit. */
public enum Duty {
    HEAD,
    BUDGET
}
