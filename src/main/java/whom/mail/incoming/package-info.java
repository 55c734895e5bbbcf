/** Taking mail in: stored whole first, then made into a ticket's first words, an answer, or a report, each once; what cannot be is put aside. */
@NullMarked
package whom.mail.incoming;

import org.jspecify.annotations.NullMarked;
