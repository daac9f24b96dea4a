package io.carat.core.transfer;

import io.carat.core.bucket.BucketEvent.RequirementCompleted;
import io.carat.core.bucket.BucketEvent.RequirementInherited;
import io.carat.core.bucket.BucketEvent.RequirementMoved;
import io.carat.core.bucket.CompletionReason;
import io.carat.core.decision.DerivedId;
import io.carat.core.money.Bps;
import io.carat.core.policy.Policy;
import io.carat.core.policy.RollingTerms;
import io.carat.core.rolling.Requirement;
import io.carat.core.rolling.RequirementTerms;
import io.carat.core.topology.TopologyRef;
import io.carat.core.transfer.TransferRoute.Between;
import io.carat.core.wallet.RequirementNumbers;
import io.carat.core.wallet.WalletMovement;
import java.util.List;

/**
 * What a transfer does to the rolling of the money that it moves (rule book §4, Inheritance): of each requirement it takes
 * ceil(remaining × amount / (available + held)) along; that becomes a requirement of its own where the money arrives,
 * in the place of its parent, to which bets count that are authorized after the transfer.
 */
final class RollingInheritance {

    private final MakeTransfer command;
    private final Policy policy;
    private final TopologyRef topology;
    private final RequirementNumbers numbers;

    /** For a transfer that is decided under this topology and the policy of the bucket where it arrives. */
    RollingInheritance(MakeTransfer command, Policy policy, TopologyRef topology, RequirementNumbers numbers) {
        this.numbers = numbers;
        this.command = command;
        this.policy = policy;
        this.topology = topology;
    }

    /**
     * Moves the shares.
     *
     * @param rolling what covered the source before the money left
     * @param wholeMinor what the source held then, open legs included, in minor units: at least the amount
     */
    List<MovedRolling> move(WalletMovement movement, Between between, List<Requirement> rolling, long wholeMinor) {
        return rolling.stream()
                .sorted(Requirement.ATTRIBUTION_ORDER)
                .map(parent -> move(
                        movement,
                        between,
                        parent,
                        Bps.ceilDiv(parent.remainingMinor(), command.amount().amountMinor(), wholeMinor)))
                .toList();
    }

    private MovedRolling move(WalletMovement movement, Between between, Requirement parent, long movedMinor) {
        String source = movement.bucket(between.from()).id();
        long leftMinor = parent.remainingMinor() - movedMinor;
        movement.record(new RequirementMoved(source, parent.id(), command.transferId(), movedMinor, leftMinor));
        if (leftMinor == 0) {
            movement.record(new RequirementCompleted(source, parent.id(), CompletionReason.MOVED));
        }
        String target = movement.bucket(between.to()).id();
        RequirementTerms child = numbers.inherited(child(parent.terms(), movedMinor), target);
        movement.record(new RequirementInherited(target, command.transferId(), parent.id(), child));
        return new MovedRolling(parent.id(), child.requirementId(), movedMinor, leftMinor);
    }

    private RequirementTerms child(RequirementTerms parent, long movedMinor) {
        return new RequirementTerms(
                DerivedId.of(command.brandId(), "requirement", command.transferId(), parent.requirementId()),
                parent.kind(),
                parent.sourceId(),
                parent.sequence(),
                parent.priority(),
                movedMinor,
                Bps.ONE,
                movedMinor,
                rolling(parent).contributions(),
                topology,
                policy.ref(),
                parent.expiresAt(),
                parent.requirementId(),
                null);
    }

    /** How stakes count where the money arrives: as the policy there says for what the requirement was created for. */
    private RollingTerms rolling(RequirementTerms parent) {
        return switch (parent.kind()) {
            case DEPOSIT, COUPON, POINTS, CORRECTION -> policy.depositRolling();
            case BONUS, DEPOSIT_BONUS -> policy.bonusRolling();
            case TO_NORMAL -> policy.toNormalRolling();
        };
    }
}
