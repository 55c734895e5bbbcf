package whom.mail.outgoing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.conversations.MailWishes;
import whom.kernel.NotFound;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Who wants no mails of a conversation that others let them in to, or asked them about. */
@Component
class OwnWishes implements MailWishes {

    private final Rows rows;

    OwnWishes(Rows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public Wish of(long conversation) {
        return wish(conversation, null);
    }

    @Override
    @Transactional(readOnly = true)
    public Wish aside(UUID side) {
        return wish(null, side);
    }

    private Wish wish(@Nullable Long conversation, @Nullable UUID side) {
        String wish = rows.one(Sql.of("select coalesce(mail.my_wish(?, ?), '') as wish", conversation, side), row -> row.text("wish"));
        return switch (wish) {
            case "comes" -> Wish.COMES;
            case "stopped" -> Wish.STOPPED;
            default -> Wish.NONE;
        };
    }

    /** @param conversation or null, where it is about what they were asked aside @throws NotFound where it is not theirs to choose */
    @Transactional
    public void say(@Nullable Long conversation, @Nullable UUID side, boolean want) {
        if (!rows.is(Sql.of("select mail.wish(?, ?, ?)", conversation, side, !want))) {
            throw new NotFound();
        }
    }
}
