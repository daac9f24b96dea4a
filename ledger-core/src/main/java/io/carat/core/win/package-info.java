/** Wins without a bet: free rounds, promotions and jackpots that a campaign pays. */
@NullMarked
package io.carat.core.win;

import org.jspecify.annotations.NullMarked;
