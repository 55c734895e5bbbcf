package whom.conversations;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One side conversation, with what was said in it, for whoever takes part or is served. */
public record OpenedSide(long id, UUID publicId, @Nullable Long conversation, String subject, String why, boolean mayAnswer, List<Message> messages) {}
