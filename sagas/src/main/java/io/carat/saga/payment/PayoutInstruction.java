package io.carat.saga.payment;

import io.carat.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a payment provider is asked to pay.
 *
 * @param reference the withdrawal's id, also the idempotency key
 * @param destination a reference to where to pay, as the withdrawal named it; null when it named none
 */
public record PayoutInstruction(
        String reference, Money amount, @Nullable String destination) {}
