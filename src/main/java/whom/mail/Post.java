package whom.mail;

import java.util.Map;

/** The settings of mail as they are now. Printing them shows no secret. @param sends whether mail goes out at all: never from a demonstration */
public record Post(Map<String, String> values, boolean sends) {

    public Post {
        values = Map.copyOf(values);
    }

    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** Our own address, or "" as long as there is none. */
    public String address() {
        return text("address");
    }

    /** The name under which our receiving server writes Authentication-Results, or "". */
    public String receiver() {
        return text("receiver");
    }

    public AnswerAddress answers() {
        return new AnswerAddress(text("reply_secret"));
    }

    /** For the links by which one stops the mails of a conversation. */
    public SignedNumber stops() {
        return new SignedNumber(text("reply_secret"), "stop");
    }

    /** Where this site is, without a slash at its end. */
    public String site() {
        return text("site");
    }

    @Override
    public String toString() {
        return "Post[" + address() + "]";
    }
}
