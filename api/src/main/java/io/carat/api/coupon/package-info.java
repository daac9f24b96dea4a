/** Campaigns over HTTP. */
@NullMarked
package io.carat.api.coupon;

import org.jspecify.annotations.NullMarked;
