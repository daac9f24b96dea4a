package io.carat.core.bucket;

/** Confirm a PENDING requirement; sent by the saga that looks after its creation. */
public record ActivateRequirement(String bucketId, String requirementId) {}
