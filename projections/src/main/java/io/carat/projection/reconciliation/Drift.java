package io.carat.projection.reconciliation;

/**
 * One disagreement between sources.
 *
 * @param bucketId the bucket it was found at
 * @param driftClass what kind it is
 * @param detail the figures, in minor units, for people
 */
public record Drift(String bucketId, DriftClass driftClass, String detail) {}
