package whom.mail.mime;

/** An address and the name that stands with it; the name may be empty. */
public record Mailbox(String address, String name) {}
