package whom.bench;

/** As whom is asked. */
enum Asker {
    /** An agent of two teams of forty. */
    SOME("agent who reads 5 %"),
    /** An agent whose teams hold all. */
    ALL("agent who reads all"),
    /** A person with some requests of their own. */
    SERVED("served, has 20");

    final String words;

    Asker(String words) {
        this.words = words;
    }

    long id(Size size) {
        return switch (this) {
            case SOME -> size.some();
            case ALL -> size.all();
            case SERVED -> size.served();
        };
    }

    /** Secrets of the scratch database alone, in which nothing is secret. */
    String cookie(int client) {
        return "bench-session-of-" + this + "-" + client;
    }

    String token() {
        return "whom_bench-token-of-" + this;
    }
}
