/** Bets as their providers know them, with the sources that funded them. */
@NullMarked
package io.carat.projection.bet;

import org.jspecify.annotations.NullMarked;
