/** Confirms coupon grants. */
@NullMarked
package io.carat.saga.coupon;

import org.jspecify.annotations.NullMarked;
