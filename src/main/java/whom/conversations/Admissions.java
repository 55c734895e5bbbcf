package whom.conversations;

import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import whom.access.Secret;
import whom.kernel.PublicNumber;
import whom.kernel.Refused;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** On the phone, the served person reads out a code, and the team of the agent who types it comes in (P1). */
@Component
public class Admissions {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Rows rows;

    Admissions(Rows rows) {
        this.rows = rows;
    }

    /** Six digits, good for fifteen minutes; a new code replaces the one before. */
    @Transactional
    public String code(long conversation) {
        String code = "%06d".formatted(RANDOM.nextInt(1_000_000));
        if (!rows.is(Sql.of("select conversations.make_admission(?, ?, interval '15 minutes')", conversation, Secret.hash(code)))) {
            throw new whom.kernel.NotFound();
        }
        return code;
    }

    /** @return the conversation. @throws Refused whatever was wrong, number or code, in the same words */
    @Transactional(noRollbackFor = Refused.class)
    public long admit(String number, String code, long team) {
        String digits = code.replaceAll("\\D", "");
        return PublicNumber.read(number).flatMap(read -> rows.one(Sql.of("select conversations.admit(?, ?, ?) as id", read, Secret.hash(digits), team), row -> Optional.ofNullable(row.maybeId("id"))))
                .orElseThrow(() -> new Refused("code", "conversations.admission.wrong"));
    }

    @Transactional
    public void end(long conversation, long team) {
        if (!rows.is(Sql.of("select conversations.end_admission(?, ?)", conversation, team))) {
            throw new whom.kernel.NotFound();
        }
    }
}
