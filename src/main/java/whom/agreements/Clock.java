package whom.agreements;

/** What is timed on a ticket. */
public enum Clock {
    /** From the beginning of the ticket to the first message of an agent that the served person can read. */
    FIRST_RESPONSE,
    /** From a message of the served person to the answer, again and again; the longest exchange counts. */
    NEXT_RESPONSE,
    /** From one message of an agent to the next while nothing waits for an answer: an update at least every so often. */
    REGULAR_UPDATE,
    /** From the beginning of the ticket until it is solved. */
    SOLUTION
}
