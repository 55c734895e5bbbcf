package whom.standings;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import whom.api.Does;
import whom.facts.Typed;

/** Shares that are agreed, and end, together: the same as the page, as JSON. */
@RestController
@RequestMapping("/api/v1/shares")
class SharesApi {

    private final SharesOfScope shares;

    SharesApi(SharesOfScope shares) {
        this.shares = shares;
    }

    @Does(value = "Who pays for a scope of a service from a day on, in shares that make 100; takes the place of what was agreed for it.", status = 204,
            body = {"service*: its key", "scope*: everybody, unit, project or person", "scopeOf: whose", "from*: the first day", "to: the day it ends", "reason: why",
                    "share1*, kind1*, payer1, payer1Person: the first share, and so on to 6"})
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void agree(@RequestBody Map<String, String> typed) {
        shares.agree(new Typed(typed));
    }

    @Does(value = "All shares for a scope of a service end on a day.", status = 204,
            body = {"service*: its key", "scope*: everybody, unit, project or person", "scopeOf: whose", "to*: the day", "reason: why"})
    @PostMapping("/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@RequestBody Map<String, String> typed) {
        shares.end(new Typed(typed));
    }
}
