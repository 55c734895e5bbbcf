package whom.mail.wording;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All texts of mails. */
public record WordingsPage(List<Row> rows) {

    public WordingsPage {
        rows = List.copyOf(rows);
    }

    public record Row(String occasion, List<Cell> outside, List<Cell> inside) {}

    /** @param changedAt null: as delivered */
    public record Cell(String key, String language, @Nullable Instant changedAt, String by) {}
}
