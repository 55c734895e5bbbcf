package whom.tickets;

/** What another module does before a ticket is raised, in its transaction, such as working out when it will be due. Declare it as a bean. */
public interface Foreseeing {

    void before(RaiseTicket raise);
}
