package whom.database;

/** Whether what is acknowledged must outlive the machine. Only tests may do without. */
enum Durability {
    DURABLE, THROWN_AWAY
}
