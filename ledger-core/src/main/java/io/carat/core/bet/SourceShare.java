package io.carat.core.bet;

import io.carat.core.policy.FundingSource;
import org.jspecify.annotations.Nullable;

/**
 * What one source gave to a stake, and why it gave no more: the explanation that is kept with the bet.
 *
 * @param source the source
 * @param availableMinor what it had, in minor units
 * @param takenMinor what it gave, in minor units
 * @param heldBack what kept it from giving all that was still needed; null when it gave that
 */
public record SourceShare(
        FundingSource source,
        long availableMinor,
        long takenMinor,
        @Nullable HeldBack heldBack) {

    /** What keeps a source from giving all that a stake still needs (rule book §2). */
    public enum HeldBack {
        /** Earlier sources had given everything. */
        NOT_NEEDED,
        /** The withdrawable policy forbids it. */
        FORBIDDEN,
        /** It has nothing. */
        EMPTY,
        /** It gave all that it had. */
        BALANCE,
        /** It gave the most that the policy allows it. */
        MAXIMUM,
        /** It gave the largest share of a stake that the policy allows it. */
        SHARE,
        /** What it could give is less than its least. */
        BELOW_MINIMUM,
        /** It does not cover the whole stake, and sources are not mixed. */
        NOT_THE_WHOLE
    }
}
