/** Coming in where many are touched and nobody asked: an incident of high impact (P1). */
@NullMarked
package whom.tickets.stepping;

import org.jspecify.annotations.NullMarked;
