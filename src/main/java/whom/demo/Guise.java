package whom.demo;

/** Somebody one can be in the demonstration; {@code about} says as what. */
public record Guise(String key, String name, String about) {

    public String given() {
        return name.substring(0, name.indexOf(' '));
    }
}
