/** Organisations, questions and answers as JSON files. */
@NullMarked
package whom.standings.files;

import org.jspecify.annotations.NullMarked;
