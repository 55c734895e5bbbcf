package whom.web;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.random.RandomGenerator;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import whom.access.NotAllowed;
import whom.access.NotSignedIn;
import whom.kernel.Changed;
import whom.kernel.NotFound;
import whom.kernel.Refused;
import whom.vocabulary.Words;

/** What an exception is called outside. Everything not foreseen is our own fault, and is written down under a reference. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final RandomGenerator RANDOM = new SecureRandom();
    /** No letters or digits that are read for one another over the telephone. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Failures() {}

    static Failure of(Throwable thrown, Words words) {
        if (thrown instanceof Refused refused) {
            return Failure.of(refused, words);
        }
        int status = status(thrown);
        Failure failure = Failure.of(status, status == 500 ? noted(thrown) : null, words);
        return thrown instanceof ErrorResponse telling && telling.getBody().getProperties() != null ? failure.with(telling.getBody().getProperties()) : failure;
    }

    /** Of a status alone, as filters and the servlet container report it. */
    static Failure of(int status, Words words) {
        return Failure.of(status, status == 500 ? noted(new IllegalStateException("status " + status)) : null, words);
    }

    private static int status(Throwable thrown) {
        return switch (thrown) {
            case NotFound e -> 404;
            case Changed e -> 409;
            case NotAllowed e -> 403;
            case NotSignedIn e -> 401;
            // an address that cannot name anything names nothing
            case MethodArgumentTypeMismatchException e when e.getParameter().hasParameterAnnotation(PathVariable.class) -> 404;
            case QueryTimeoutException e -> 504;
            case ErrorResponse e -> e.getStatusCode().value();
            case TypeMismatchException e -> 400;
            case HttpMessageNotReadableException e -> 400;
            case BindException e -> 400;
            case InvalidParameterException e -> 400;
            case DataAccessException e when "22021".equals(state(e)) -> 400; // a character that PostgreSQL cannot hold
            default -> 500;
        };
    }

    private static @Nullable String state(DataAccessException thrown) {
        return thrown.getMostSpecificCause() instanceof SQLException cause ? cause.getSQLState() : null;
    }

    private static String noted(Throwable thrown) {
        String reference = reference();
        LOG.error("failure {}", reference, thrown);
        return reference;
    }

    private static String reference() {
        StringBuilder signs = new StringBuilder(9);
        for (int i = 0; i < 8; i++) {
            signs.append(i == 4 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return signs.toString();
    }
}
