package io.carat.core.bet;

import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bucket.BucketEvent.RequirementImposed;
import io.carat.core.bucket.BucketEvent.RequirementRecalculated;
import io.carat.core.bucket.BucketState;
import io.carat.core.money.Bps;
import io.carat.core.policy.RollingTerms;
import io.carat.core.rolling.Requirement;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.wallet.WalletMovement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a correction changes of the rolling that payouts of a leg to NORMAL owe (rule book §2, §3): each settlement's requirement
 * gets a new base; where it is over, an increase opens another.
 */
final class PayoutRolling {

    private final BetFacts facts;
    private final WalletMovement movement;
    private final BetDeed deed;
    private final Owed owed;

    PayoutRolling(BetFacts facts, WalletMovement movement, BetDeed deed, Owed owed) {
        this.facts = facts;
        this.movement = movement;
        this.deed = deed;
        this.owed = owed;
    }

    /**
     * What payouts of a leg owe.
     *
     * @param kind of their requirements
     * @param rolling how much has to be wagered
     * @param part what a deed's requirement of this leg is named after, apart from the deed; empty for WITHDRAWABLE legs
     */
    record Owed(RequirementKind kind, RollingTerms rolling, String part) {}

    /**
     * The first settlement pays what is paid instead, the others nothing; of an increase, debts took a part. Only as far as
     * the leg is paid more in all, more has to be wagered.
     */
    void replaced(List<Settlement> settlements, Leg leg, long insteadMinor, NetPostings net) {
        Settlement first = settlements.getFirst();
        long changeMinor = insteadMinor - net.recoveredMinor(leg, facts.target().normalBucket()) - first.paidMinor(leg);
        for (Settlement other : settlements.subList(1, settlements.size())) {
            changeMinor -= other.paidMinor(leg) - reduced(other, other.paidMinor(leg));
        }
        changed(first, changeMinor);
    }

    /** A settlement pays that leg more by an amount, or less where it is below 0; in minor units, net of debts. */
    void changed(Settlement settlement, long netMinor) {
        if (netMinor == 0 || owed.rolling.multiplierBps() == 0) {
            return;
        }
        Optional<Requirement> open = requirementOf(settlement);
        if (open.isPresent()) {
            recalculate(open.get(), netMinor);
        } else if (netMinor > 0) {
            impose(netMinor);
        }
    }

    /** A settlement pays that leg less by an amount; returns how much of it its open requirement lost. Both in minor units. */
    private long reduced(Settlement settlement, long lessMinor) {
        long lostMinor = requirementOf(settlement)
                .map(open -> Math.min(lessMinor, open.terms().baseMinor()))
                .orElse(0L);
        changed(settlement, -lostMinor);
        return lostMinor;
    }

    private Optional<Requirement> requirementOf(Settlement settlement) {
        return Stream.concat(
                        Stream.of(BetDeed.settlement(settlement.transactionId())),
                        settlement.correctedBy().stream().map(BetDeed::correction))
                .map(this::requirementId)
                .flatMap(id -> normal().requirement(id).stream())
                .findFirst();
    }

    private void recalculate(Requirement requirement, long netMinor) {
        long baseMinor = Math.max(0, requirement.terms().baseMinor() + netMinor);
        movement.record(new RequirementRecalculated(
                normal().id(),
                requirement.id(),
                baseMinor,
                Bps.ceilOf(baseMinor, requirement.terms().multiplierBps())));
    }

    private void impose(long netMinor) {
        movement.open(facts.target().normalBucket());
        movement.record(new RequirementImposed(
                normal().id(),
                facts.numbers()
                        .next(
                                owed.kind,
                                facts.target().sourceId(deed) + owed.part,
                                normal().id(),
                                netMinor,
                                owed.rolling,
                                facts.target().ground())));
    }

    private BucketState normal() {
        return movement.bucket(facts.target().normalBucket());
    }

    private String requirementId(BetDeed of) {
        BetAuthorized terms = facts.bet().terms();
        return of.requirementId(terms.brandId(), terms.authorizationId(), owed.part);
    }
}
