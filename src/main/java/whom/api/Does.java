package whom.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an endpoint does, in one sentence of canonical English for those who write programs. OpenAPI and the page about the API
 * are made from it and from the method's own form.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Does {

    String value();

    /** Of an answer that went well, where the method's form does not tell. */
    int status() default 0;

    /** What the method reads by name from the query, each as {@code "at: a day, such as 2026-01-31"}. */
    String[] query() default {};

    /** What it reads by name from the body, in the same form; a name that ends in {@code *} must be there. */
    String[] body() default {};
}
