package io.carat.projection.review;

import java.time.Instant;

/**
 * An item that waits for somebody to look at it.
 *
 * @param kind why, for example CORRECTION_REQUIREMENT
 * @param authorizationId the bet that it is about
 * @param required what has to be wagered again, in minor units
 * @param position the event that opened it
 */
public record OpenReview(
        String reviewId,
        String kind,
        String brandId,
        String playerId,
        String currency,
        String authorizationId,
        String bucketId,
        String requirementId,
        long required,
        long position,
        Instant openedAt) {}
