package whom.mail.outgoing;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import whom.access.Secret;
import whom.access.SignInLinks;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** Links to sign in go by mail, where mail goes out. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SignInMail implements SignInLinks {

    private final Rows rows;

    SignInMail(Rows rows) {
        this.rows = rows;
    }

    @Override
    public boolean offered() {
        return rows.is(Sql.of("select mail.sends()"));
    }

    @Override
    public void send(long account, String address, Secret secret) {
        rows.call(Sql.of("select mail.sign_in(?, ?, ?)", account, address, secret.shown()));
    }
}
