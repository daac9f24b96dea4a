/** Bet authorizations: funding, settlement by the stored legs, exact rollback. */
@NullMarked
package io.carat.core.bet;

import org.jspecify.annotations.NullMarked;
