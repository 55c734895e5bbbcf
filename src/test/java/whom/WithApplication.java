package whom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the test class against the whole application over HTTP, on a fresh clone of the migrated schema. Methods and
 * constructors may ask for {@link RunningWhom}, {@link whom.database.TestDatabase} or any bean. The application
 * starts once for all classes: it keeps no state, so that only its database is changed.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ApplicationExtension.class)
public @interface WithApplication {}
