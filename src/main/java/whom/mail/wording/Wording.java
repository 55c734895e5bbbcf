package whom.mail.wording;

/** What a mail says. @param foot below the line at its end, smaller */
public record Wording(String subject, String text, String foot) {

    private static final String LINE = "\n\n-- \n";

    /** With a signature above the foot. */
    public Wording signed(String signature) {
        return signature.isBlank() ? this : new Wording(subject, text, foot.isBlank() ? signature : signature + "\n\n" + foot);
    }

    /** The whole of it, as plain text. */
    public String whole() {
        return foot.isBlank() ? text : text + LINE + foot;
    }
}
