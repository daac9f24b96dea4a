package io.carat.core.review;

import io.carat.core.decision.AuditNote;
import io.carat.core.decision.AuditedEvent;
import io.carat.core.decision.LedgerEvent;

/** What happens to a review item. */
public sealed interface ReviewEvent extends LedgerEvent {

    /** The item's stream. */
    String reviewId();

    @Override
    default String streamId() {
        return reviewId();
    }

    /**
     * Something has to be looked at.
     *
     * @param reviewId derived from what caused it
     * @param authorizationId the bet that it is about
     * @param requirementId the requirement that was imposed
     * @param requiredMinor what has to be wagered again, in minor units
     */
    record ReviewOpened(
            String reviewId,
            ReviewKind kind,
            String brandId,
            String playerId,
            String currency,
            String authorizationId,
            String bucketId,
            String requirementId,
            long requiredMinor)
            implements ReviewEvent {}

    /** Somebody has looked at it. */
    record ReviewClosed(String reviewId, AuditNote audit) implements ReviewEvent, AuditedEvent {}
}
