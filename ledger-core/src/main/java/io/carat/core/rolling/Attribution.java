package io.carat.core.rolling;

import io.carat.core.money.Bps;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a stake counted towards one requirement.
 *
 * @param requirementId the requirement
 * @param rateBps the contribution it counted at
 * @param stakeMinor the units of stake that this uses up, in minor units
 * @param progressMinor what the requirement gains, in minor units
 */
public record Attribution(String requirementId, int rateBps, long stakeMinor, long progressMinor) {

    /**
     * Spreads an eligible stake over open requirements in attribution order; each unit of stake counts once (rule book
     * §4): a requirement consumes min(left, ceil(remaining × 10000 / rate)), one with rate 0 consumes nothing.
     *
     * @param requirements the bucket's, in any order; those completed or credited after the bet count nothing
     * @param eligibleMinor the stake of the bet's legs on this bucket, in minor units
     * @param product the bet's product
     * @param oddsMilli the bet's odds, null where it has none
     * @param watermark the player's requirement counter when the bet was authorized
     */
    public static List<Attribution> of(
            List<Requirement> requirements,
            long eligibleMinor,
            String product,
            @Nullable Integer oddsMilli,
            long watermark) {
        List<Attribution> attributions = new ArrayList<>();
        long left = eligibleMinor;
        for (Requirement requirement :
                requirements.stream().sorted(Requirement.ATTRIBUTION_ORDER).toList()) {
            int rateBps = requirement.rateBps(product, oddsMilli);
            boolean counts = requirement.isOpen() && requirement.terms().sequence() <= watermark && rateBps > 0;
            if (counts && left > 0) {
                Attribution attribution = one(requirement, rateBps, left);
                left -= attribution.stakeMinor();
                attributions.add(attribution);
            }
        }
        return attributions;
    }

    private static Attribution one(Requirement requirement, int rateBps, long leftMinor) {
        long remaining = requirement.remainingMinor();
        long progress = Bps.floorOf(leftMinor, rateBps);
        // only a stake that is enough is divided back: what a large requirement would need may exceed a long
        return progress < remaining
                ? new Attribution(requirement.id(), rateBps, leftMinor, progress)
                : new Attribution(requirement.id(), rateBps, Bps.ceilDiv(remaining, Bps.ONE, rateBps), remaining);
    }
}
