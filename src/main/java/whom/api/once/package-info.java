/**
 * Idempotency-Key: a POST that is sent again, because its answer was lost, does nothing twice. If-Match: what was seen of a thing is
 * what is changed.
 */
@NullMarked
package whom.api.once;

import org.jspecify.annotations.NullMarked;
