/** Tests of what is known of failed commands. */
@NullMarked
package io.carat.api.failure;

import org.jspecify.annotations.NullMarked;
