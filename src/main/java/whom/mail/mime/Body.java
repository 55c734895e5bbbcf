package whom.mail.mime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message says, and what comes with it. @param html as it was sent, not cleaned */
public record Body(String text, @Nullable String html, List<Attachment> attachments, int inlineImages) {}
