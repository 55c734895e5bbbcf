package whom.tickets.stepping;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import whom.api.Does;

/** Coming in, for programs. */
@RestController
@RequestMapping("/api/v1/stepping-in")
class SteppingApi {

    private final SteppingIn stepping;

    SteppingApi(SteppingIn stepping) {
        this.stepping = stepping;
    }

    record Asked(String number, String team, String reason) {}

    @Does("Brings one's own team into an incident of high impact, with a reason that the one served is told at once.")
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stepIn(@RequestBody Asked asked) {
        stepping.stepIn(asked.number(), asked.team(), asked.reason());
    }
}
