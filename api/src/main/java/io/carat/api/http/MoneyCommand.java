package io.carat.api.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a call that moves money: it takes an Idempotency-Key and answers with the given shape plus {@code position}. The
 * published OpenAPI document is made from it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MoneyCommand {

    /** The shape of the answer. */
    Class<?> value();
}
