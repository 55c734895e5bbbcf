/** Sending mail: what waits is tried again with growing pauses, under the same id each time. */
@NullMarked
package whom.mail.outgoing;

import org.jspecify.annotations.NullMarked;
