/** A player's buckets in one currency, moved together in one decision. */
@NullMarked
package io.carat.core.wallet;

import org.jspecify.annotations.NullMarked;
