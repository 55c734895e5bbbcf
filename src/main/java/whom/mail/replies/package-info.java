/** What a sender newly wrote: a body without quoted mail, its introductions, signatures and footers. Pure. */
@NullMarked
package whom.mail.replies;

import org.jspecify.annotations.NullMarked;
