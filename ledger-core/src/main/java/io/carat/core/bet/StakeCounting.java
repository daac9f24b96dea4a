package io.carat.core.bet;

import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bucket.BucketState;
import io.carat.core.policy.FundingSource;
import io.carat.core.rolling.Attribution;
import io.carat.core.rolling.Attribution.Claimant;
import io.carat.core.rolling.Attribution.Takes;
import io.carat.core.rolling.Requirement;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.wallet.Coverage;
import io.carat.core.wallet.WalletMovement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the stake of a closed bet towards requirements (rule book §4): NORMAL stake towards those of its bucket, BONUS stake
 * towards its bonus's, and both towards that of a deposit and its bonus. Coupons and WITHDRAWABLE count nothing.
 */
final class StakeCounting {

    private final BetAuthorized terms;
    private final WalletMovement movement;
    private final Coverage coverage;
    private final Attribution.Bet bet;
    private final List<BetAttribution> counted = new ArrayList<>();

    StakeCounting(BetAuthorized terms, WalletMovement movement, Coverage coverage) {
        this.terms = terms;
        this.movement = movement;
        this.coverage = coverage;
        this.bet = new Attribution.Bet(terms.product(), terms.oddsMilli(), terms.requirementWatermark());
    }

    /** Counts the stake per leg, in minor units, that is neither refunded nor cashed out; returns what it counted towards. */
    List<BetAttribution> count(long[] stakesMinor) {
        Map<String, Long> eligible = eligible(stakesMinor);
        LinkedBonus linked = terms.linkedBonus();
        if (linked == null) {
            eligible.forEach((type, minor) -> {
                record(type, Attribution.of(movement.bucket(type).requirements(), minor, bet));
                coverage.completeFulfilled(type);
            });
        } else {
            countTogether(linked, eligible);
        }
        return counted;
    }

    /** One order over both buckets: each unit of stake counts once, whichever of them has the requirement. */
    private void countTogether(LinkedBonus linked, Map<String, Long> eligible) {
        String bonusType = linked.bonusBucket();
        List<Claimant> claimants = new ArrayList<>();
        movement.bucket(bonusType).requirements().stream()
                .map(requirement -> new Claimant(requirement, takes(requirement, linked)))
                .forEach(claimants::add);
        List<String> normalTypes = eligible.keySet().stream()
                .filter(type -> !type.equals(bonusType))
                .toList();
        for (String type : normalTypes) {
            movement.bucket(type).requirements().forEach(one -> claimants.add(new Claimant(one, Takes.NORMAL)));
        }
        long normalMinor = normalTypes.stream().mapToLong(eligible::get).sum();
        List<Attribution> attributions =
                Attribution.of(claimants, eligible.getOrDefault(bonusType, 0L), normalMinor, bet);
        for (String type : normalTypes) {
            record(type, attributions);
        }
        record(bonusType, attributions);
        normalTypes.forEach(coverage::completeFulfilled);
        coverage.completeFulfilled(bonusType);
    }

    private static Takes takes(Requirement requirement, LinkedBonus linked) {
        boolean both = requirement.terms().kind() == RequirementKind.DEPOSIT_BONUS
                && requirement.terms().sourceId().equals(linked.bonusId());
        return both ? Takes.BOTH : Takes.BONUS;
    }

    /** Records those that are of the bucket's own requirements. */
    private void record(String type, List<Attribution> attributions) {
        BucketState bucket = movement.bucket(type);
        for (Attribution one : attributions) {
            if (bucket.requirement(one.requirementId()).isPresent()) {
                coverage.count(type, terms.authorizationId(), one);
                counted.add(
                        new BetAttribution(type, one.requirementId(), one.progressMinor(), one.normalProgressMinor()));
            }
        }
    }

    private Map<String, Long> eligible(long[] stakesMinor) {
        Map<String, Long> eligible = new LinkedHashMap<>();
        for (Leg leg : terms.legs()) {
            if (leg.source() == FundingSource.NORMAL || leg.source() == FundingSource.BONUS) {
                eligible.merge(leg.bucketTypeCode(), stakesMinor[leg.number() - 1], Math::addExact);
            }
        }
        return eligible;
    }
}
