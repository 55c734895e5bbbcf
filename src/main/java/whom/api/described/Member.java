package whom.api.described;

/** Something named with a value: a parameter, or a member of a body. {@code about} is "" where the name says it all. */
record Member(String name, Shape shape, boolean required, String about) {

    /** As {@link whom.api.Does} writes it: {@code "name*: what it is"}. */
    static Member written(String text) {
        String[] parts = text.split(":", 2);
        boolean required = parts[0].endsWith("*");
        return new Member(required ? parts[0].substring(0, parts[0].length() - 1) : parts[0], Shape.Plain.TEXT, required, parts.length == 1 ? "" : parts[1].strip());
    }
}
