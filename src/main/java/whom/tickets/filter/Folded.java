package whom.tickets.filter;

/** Small letters, one character for one, as the database's lower() makes them. */
final class Folded {

    private Folded() {}

    static String of(String text) {
        return text.codePoints().map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
