package io.carat.core.rolling;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.core.money.Allocation;
import io.carat.core.money.Bps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a stake counted towards one requirement.
 *
 * @param requirementId the requirement
 * @param rateBps the contribution it counted at
 * @param stakeMinor the units of stake that this uses up, in minor units
 * @param progressMinor what the requirement gains, in minor units
 * @param normalProgressMinor what of that NORMAL stake gave to the requirement of a deposit and its bonus; null for nothing
 */
public record Attribution(
        String requirementId,
        int rateBps,
        long stakeMinor,
        long progressMinor,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long normalProgressMinor) {

    /** A part that a bucket's own stake gave. */
    public Attribution(String requirementId, int rateBps, long stakeMinor, long progressMinor) {
        this(requirementId, rateBps, stakeMinor, progressMinor, null);
    }

    /** Which stake counts towards a requirement. */
    public enum Takes {
        /** That of BONUS legs. */
        BONUS,
        /** That of NORMAL legs. */
        NORMAL,
        /** Both: a deposit is wagered together with its bonus. */
        BOTH
    }

    /** A requirement and the stake that counts towards it. */
    public record Claimant(Requirement requirement, Takes takes) {

        private static final Comparator<Claimant> ORDER =
                Comparator.comparing(Claimant::requirement, Requirement.ATTRIBUTION_ORDER);
    }

    /**
     * The bet whose stake counts.
     *
     * @param product the bet's product
     * @param oddsMilli the bet's odds, null where it has none
     * @param watermark the player's requirement counter when the bet was authorized: later credits count nothing
     */
    public record Bet(String product, @Nullable Integer oddsMilli, long watermark) {}

    /** Spreads the eligible stake of one bucket, in minor units, over its own open requirements. */
    public static List<Attribution> of(List<Requirement> requirements, long eligibleMinor, Bet bet) {
        return of(
                requirements.stream()
                        .map(requirement -> new Claimant(requirement, Takes.BONUS))
                        .toList(),
                eligibleMinor,
                0,
                bet);
    }

    /**
     * Spreads an eligible stake over open requirements in attribution order; each unit of stake counts once (rule book
     * §4): a requirement consumes min(left, ceil(remaining × 10000 / rate)), one with rate 0 consumes nothing. Where both
     * kinds of stake count, they are summed before the floor, and BONUS units are used first.
     *
     * @param claimants in any order; those completed, suspended or credited after the bet count nothing
     * @param bonusMinor the stake of the bet's BONUS legs, in minor units
     * @param normalMinor the stake of the bet's NORMAL legs, in minor units
     */
    public static List<Attribution> of(List<Claimant> claimants, long bonusMinor, long normalMinor, Bet bet) {
        List<Attribution> attributions = new ArrayList<>();
        long bonusLeft = bonusMinor;
        long normalLeft = normalMinor;
        for (Claimant claimant : claimants.stream().sorted(Claimant.ORDER).toList()) {
            Requirement requirement = claimant.requirement;
            int rateBps = requirement.rateBps(bet.product, bet.oddsMilli);
            long fromBonus = claimant.takes == Takes.NORMAL ? 0 : bonusLeft;
            long left = fromBonus + (claimant.takes == Takes.BONUS ? 0 : normalLeft);
            boolean counts = requirement.takesStake() && requirement.terms().isBefore(bet.watermark) && rateBps > 0;
            if (counts && left > 0) {
                Attribution one = one(requirement, rateBps, left);
                long bonusUsed = Math.min(fromBonus, one.stakeMinor);
                bonusLeft -= bonusUsed;
                normalLeft -= one.stakeMinor - bonusUsed;
                attributions.add(claimant.takes == Takes.BOTH ? one.split(bonusUsed) : one);
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

    /** The same with the part that NORMAL stake gave: of the progress in proportion, ties to the BONUS stake. */
    private Attribution split(long bonusUsedMinor) {
        long normalUsedMinor = stakeMinor - bonusUsedMinor;
        if (normalUsedMinor == 0) {
            return this;
        }
        long normalMinor = Allocation.split(progressMinor, bonusUsedMinor, normalUsedMinor)[1];
        return new Attribution(requirementId, rateBps, stakeMinor, progressMinor, normalMinor);
    }

    /** What NORMAL stake gave to the requirement of a deposit and its bonus, in minor units. */
    public long normalMinor() {
        return normalProgressMinor == null ? 0 : normalProgressMinor;
    }
}
