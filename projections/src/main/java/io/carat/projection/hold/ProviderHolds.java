package io.carat.projection.hold;

import java.time.Instant;

/**
 * The open bets of one provider.
 *
 * @param overdue how many are older than the policy allows
 * @param oldest when the oldest was opened
 */
public record ProviderHolds(String providerId, long overdue, Instant oldest) {}
