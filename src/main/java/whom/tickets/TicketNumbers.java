package whom.tickets;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import whom.kernel.PublicNumber;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** New ids, taken from the database by the block, and the public numbers that belong to them. */
@Component
public class TicketNumbers {

    private static final int BLOCK = 64;

    private final Rows rows;
    private long next;
    private long left;
    private @Nullable PublicNumber numbers;

    TicketNumbers(Rows rows) {
        this.rows = rows;
    }

    public record Fresh(long id, String number) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public Fresh fresh() {
        long id = id();
        return new Fresh(id, numbers().of(id));
    }

    private synchronized long id() {
        if (left == 0) {
            next = rows.number(Sql.of("select nextval('conversations.conversation_id')"));
            left = BLOCK;
        }
        left--;
        return next++;
    }

    /** The secret is made once, for good. */
    private synchronized PublicNumber numbers() {
        if (numbers == null) {
            numbers = new PublicNumber(rows.one(Sql.of("select value #>> '{}' as secret from access.setting where name = 'tickets.number_secret'"), row -> row.text("secret"))
                    .getBytes(StandardCharsets.UTF_8));
        }
        return numbers;
    }
}
