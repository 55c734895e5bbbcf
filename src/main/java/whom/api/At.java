package whom.api;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * An answer that says where it can be read again. A POST that is repeated with the same Idempotency-Key is answered from there,
 * so every POST whose answer has a body should say so; what is read there must have the same form.
 */
public record At(String address) {

    public <T> ResponseEntity<T> created(T answer) {
        return ResponseEntity.created(URI.create(address)).body(answer);
    }

    public <T> ResponseEntity<T> changed(T answer) {
        return ResponseEntity.status(HttpStatus.OK).header("Content-Location", address).body(answer);
    }
}
