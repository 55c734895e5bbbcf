package whom.mail.incoming;

/** A letter that is being worked off: as it waited, and as it was read. */
record Held(IncomingStore.Waiting waiting, Arrived mail) {

    long id() {
        return waiting.id();
    }
}
