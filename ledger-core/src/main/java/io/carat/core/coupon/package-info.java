/** Campaigns: what a brand promises, under which terms, and where it is paid to. */
@NullMarked
package io.carat.core.coupon;

import org.jspecify.annotations.NullMarked;
