/**
 * How every page looks and answers: the shell around it, its components, styles, scripts and icons, security headers,
 * and what is said when something goes wrong. Knows no ticket and no person: modules hang their pages in through
 * {@link whom.web.NavigationEntry}, {@link whom.web.FailureAnswer} and the components under {@code src/main/jte/web}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "vocabulary"})
package whom.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
