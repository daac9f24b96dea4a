package io.carat.projection.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bucket's row of the ledger. Amounts are in minor units.
 *
 * @param position the event's global position
 * @param entry the row's number within the bucket, 1 and up without gaps
 * @param journalId the movement it is part of
 * @param reason why money moved
 * @param bucketTypeCode the bucket's code in its topology
 * @param currency the ISO 4217 code
 * @param account the bucket's id
 * @param counterAccount the account on the other side
 * @param amountMinor signed; 0 where only held money left
 * @param beforeMinor available before
 * @param afterMinor available after
 * @param heldAfterMinor held after
 * @param referenceId the deposit, bet, bonus or withdrawal it belongs to
 * @param leg the bet's leg number, null where there is none
 * @param occurredAt when it was decided
 */
public record LedgerEntry(
        long position,
        long entry,
        String journalId,
        String reason,
        String bucketTypeCode,
        String currency,
        String account,
        String counterAccount,
        long amountMinor,
        long beforeMinor,
        long afterMinor,
        long heldAfterMinor,
        String referenceId,
        @Nullable Integer leg,
        Instant occurredAt) {}
