/** Organisations, questions and answers as JSON files. */
@NullMarked
@NamedInterface("files")
package whom.standings.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
