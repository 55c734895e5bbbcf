/** What the API offers, made from its own table of routes: OpenAPI 3.1 for programs, and a page for people. */
@NullMarked
package whom.api.described;

import org.jspecify.annotations.NullMarked;
