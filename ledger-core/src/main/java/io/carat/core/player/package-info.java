/** What holds for a player across all buckets: opened wallets and the requirement counter. */
@NullMarked
package io.carat.core.player;

import org.jspecify.annotations.NullMarked;
