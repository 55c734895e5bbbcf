package whom.mail.outgoing;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import whom.access.OpenPaths;
import whom.access.Secret;
import whom.kernel.NotFound;
import whom.kernel.Rows;
import whom.kernel.Sql;

/** The link by which somebody who wrote to us says that the address is theirs. Opening it does nothing, since mail scanners open links. */
@Controller
class AddressController implements OpenPaths {

    private final Rows rows;
    private final TransactionTemplate transactions;

    AddressController(Rows rows, TransactionTemplate transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public List<String> paths() {
        return List.of("/mail/addresses");
    }

    @GetMapping("/mail/addresses/{secret}")
    ModelAndView page(@PathVariable String secret) {
        return new ModelAndView("mail/address").addObject("secret", secret);
    }

    @PostMapping("/mail/addresses/{secret}")
    String confirm(@PathVariable String secret) {
        if (!Boolean.TRUE.equals(transactions.execute(t -> rows.is(Sql.of("select mail.use_confirmation(?)", Secret.hash(secret)))))) {
            throw new NotFound();
        }
        return "redirect:/mail/addresses";
    }

    @GetMapping("/mail/addresses")
    String done() {
        return "mail/address-done";
    }
}
