package whom.demo;

/** Somebody one can be in the demonstration; as what say the words {@code demo.guise.} and their key. */
public record Guise(String key, String name) {

    public String given() {
        return name.substring(0, name.indexOf(' '));
    }
}
