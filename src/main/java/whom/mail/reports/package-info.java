/** What kind of message it is, and what a report about delivery says of each recipient. Pure. */
@NullMarked
package whom.mail.reports;

import org.jspecify.annotations.NullMarked;
