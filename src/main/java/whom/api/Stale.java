package whom.api;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/** The thing is no longer what If-Match says: 412, with who changed what since then. Nothing was changed. */
public final class Stale extends RuntimeException implements ErrorResponse {

    private static final long serialVersionUID = 1L;

    private final transient ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.PRECONDITION_FAILED);

    /** @param changes as the problem shows them, newest first */
    public Stale(List<?> changes) {
        super("no longer so", null, false, false);
        problem.setProperty("changes", changes);
    }

    @Override
    public HttpStatusCode getStatusCode() {
        return HttpStatus.PRECONDITION_FAILED;
    }

    @Override
    public ProblemDetail getBody() {
        return problem;
    }
}
