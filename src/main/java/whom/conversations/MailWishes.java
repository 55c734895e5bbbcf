package whom.conversations;

import java.util.UUID;

/** Whether mails come to the one who asks who was let in, or asked aside, by somebody else; the mail module knows. */
public interface MailWishes {

    /** NONE: it is not theirs to choose, or no mail goes out. */
    enum Wish { NONE, COMES, STOPPED }

    Wish of(long conversation);

    Wish aside(UUID side);
}
