package whom.mail.wording;

/** What a mail says. @param foot below the line at its end, smaller */
public record Wording(String subject, String text, String foot) {

    private static final String LINE = "\n\n-- \n";

    /** The whole of it, as plain text. */
    public String whole() {
        return foot.isBlank() ? text : text + LINE + foot;
    }
}
