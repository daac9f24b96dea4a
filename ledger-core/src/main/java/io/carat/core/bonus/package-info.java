/** Bonus grants into a BONUS bucket. */
@NullMarked
package io.carat.core.bonus;

import org.jspecify.annotations.NullMarked;
