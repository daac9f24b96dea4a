/** The balance of each bucket. */
@NullMarked
package io.carat.projection.balance;

import org.jspecify.annotations.NullMarked;
