/** Wins without a bet over HTTP. */
@NullMarked
package io.carat.api.win;

import org.jspecify.annotations.NullMarked;
