/** The load of a benchmark: who bets, in a closed loop, and how long the answers took. */
@NullMarked
package io.carat.ops.bench.load;

import org.jspecify.annotations.NullMarked;
