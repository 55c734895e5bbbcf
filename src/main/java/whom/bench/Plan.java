package whom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All that is asked for, as a file: another product is asked by a file of the same form with its own paths. */
record Plan(long tickets, List<Ask> asks) {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Plan read(Path file) {
        return JSON.readValue(file, Plan.class);
    }

    Plan only(String word) {
        return new Plan(tickets, asks.stream().filter(ask -> (ask.what() + ", " + ask.who()).contains(word)).toList());
    }

    void write(Path file) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(this));
    }
}
