/** Process managers: what has to follow an event, however often it takes. */
@NullMarked
package io.carat.saga;

import org.jspecify.annotations.NullMarked;
