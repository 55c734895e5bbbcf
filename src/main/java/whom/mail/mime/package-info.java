/**
 * From bytes to parts: header, structure, charsets, addresses, dates, bodies. Lenient throughout: whatever arrives is
 * read as far as it can be, in time linear in its length, and nothing is thrown. Pure: no Spring, no SQL.
 */
@NullMarked
package whom.mail.mime;

import org.jspecify.annotations.NullMarked;
