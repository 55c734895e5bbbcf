/** Whom. Each direct sub-package is a module; {@code docs/architecture.md} says what each owns. */
@NullMarked
package whom;

import org.jspecify.annotations.NullMarked;
