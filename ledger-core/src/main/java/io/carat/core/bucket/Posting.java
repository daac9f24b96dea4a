package io.carat.core.bucket;

import org.jspecify.annotations.Nullable;

/**
 * One movement seen from one bucket: {@code amountMinor} leaves {@code fromAccount} and arrives at {@code toAccount}, so
 * it nets to zero by construction. An account is a bucket's id or the name of a {@link SystemAccount}.
 *
 * @param entry the bucket's ledger row number, 1 and up without gaps
 * @param journalId the movement it is part of; the two buckets of a sweep share one
 * @param reason why money moved
 * @param fromAccount the account that gives
 * @param toAccount the account that gets
 * @param amountMinor above 0, in minor units
 * @param availableBeforeMinor what was available before
 * @param availableAfterMinor what is available after
 * @param heldAfterMinor what is held after
 * @param referenceId the deposit, bet, bonus or withdrawal it belongs to
 * @param leg the bet's leg number, null where there is none
 */
public record Posting(
        long entry,
        String journalId,
        PostingReason reason,
        String fromAccount,
        String toAccount,
        long amountMinor,
        long availableBeforeMinor,
        long availableAfterMinor,
        long heldAfterMinor,
        String referenceId,
        @Nullable Integer leg) {}
