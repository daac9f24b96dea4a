package io.carat.core.topology;

/**
 * A kind of bucket that a topology has.
 *
 * @param code the name within the topology, for example SPORTS_NORMAL
 * @param role what the bucket is for
 */
public record BucketType(String code, BucketRole role) {}
