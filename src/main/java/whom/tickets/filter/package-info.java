/**
 * The filter language: one small grammar for lists, saved views, API, reports and rules. A {@link whom.tickets.filter.Filter} is
 * read from text, given its meaning for somebody at an instant, and is then both SQL and a judge of a single ticket.
 * Pure: no database, no clock. The language is told in docs/filter-language.md.
 */
@NullMarked
@NamedInterface("filter")
package whom.tickets.filter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
