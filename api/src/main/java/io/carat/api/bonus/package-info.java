/** Bonuses over HTTP. */
@NullMarked
package io.carat.api.bonus;

import org.jspecify.annotations.NullMarked;
