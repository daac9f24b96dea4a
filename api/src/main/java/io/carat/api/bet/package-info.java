/** Bets over HTTP. */
@NullMarked
package io.carat.api.bet;

import org.jspecify.annotations.NullMarked;
