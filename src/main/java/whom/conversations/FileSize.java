package whom.conversations;

import java.math.BigDecimal;
import java.math.RoundingMode;
import whom.vocabulary.Words;

/** How large a file is, as people say it. */
public final class FileSize {

    private static final long KB = 1_000;
    private static final long MB = 1_000_000;

    private FileSize() {}

    public static String say(Words words, long bytes) {
        return bytes < MB ? words.say("conversations.size.kb", Math.max(1, (bytes + KB / 2) / KB))
                : words.say("conversations.size.mb", words.number(BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(MB), 1, RoundingMode.HALF_UP)));
    }
}
