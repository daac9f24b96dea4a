/** Coupon grants and their ledger rows. */
@NullMarked
package io.carat.projection.coupon;

import org.jspecify.annotations.NullMarked;
