package io.carat.projection.payment;

import java.time.Instant;

/**
 * A movement between a player's bucket and a payment provider.
 *
 * @param journalId names the movement
 * @param referenceId the deposit or withdrawal
 * @param deposit whether money came in; else it went out
 * @param amountMinor above 0
 */
public record LedgerPayment(
        String journalId, String referenceId, boolean deposit, long amountMinor, String currency, Instant occurredAt) {}
