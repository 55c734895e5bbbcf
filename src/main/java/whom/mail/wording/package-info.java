/** What mails say: the text that each comes with, what administrators wrote instead, and how it would read. */
@NullMarked
package whom.mail.wording;

import org.jspecify.annotations.NullMarked;
