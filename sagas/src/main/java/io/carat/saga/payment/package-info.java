/** Pays withdrawals through a payment provider: sends each payout once, and asks until the provider has answered. */
@NullMarked
package io.carat.saga.payment;

import org.jspecify.annotations.NullMarked;
