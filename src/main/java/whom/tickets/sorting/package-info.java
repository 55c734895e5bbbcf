/** What has no team yet, and whoever sorts it by the envelope alone (P0). */
@NullMarked
package whom.tickets.sorting;

import org.jspecify.annotations.NullMarked;
