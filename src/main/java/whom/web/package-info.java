/**
 * How every page looks and answers: the shell around it, its components, styles, scripts and icons, security headers,
 * and what is said when something goes wrong. Knows no ticket and no person: modules hang their pages in through
 * {@link whom.web.NavigationEntry}, {@link whom.web.Visitors} and {@link whom.web.Shortcuts}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "vocabulary"})
package whom.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
