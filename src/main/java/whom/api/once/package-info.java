/** Idempotency-Key: a POST that is sent again, because its answer was lost, does nothing twice. */
@NullMarked
package whom.api.once;

import org.jspecify.annotations.NullMarked;
