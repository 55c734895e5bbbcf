package whom.mail;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Where mail goes that belongs to no conversation yet: {@code tickets} makes one of it. Asked within the transaction that takes the mail in. */
public interface Incoming {

    /** @param raiser the one served, or the agent who passed the mail on */
    record Matter(long raiser, long served, @Nullable Long service, String subject, String language) {}

    /** @param thread where the first words are heard */
    record Opened(long conversation, String number, long thread) {}

    /** In the order of the matters. */
    List<Opened> open(List<Matter> matters);

    /** What a conversation is about, for the mails of it. */
    String subject(long conversation);

    /** The team that has it, for the address that its mails bear. */
    OptionalLong team(long conversation);

    /** Something is the matter with the mail of a conversation: whoever works on it should look. */
    void warn(long conversation);
}
