package io.carat.core.transfer;

import io.carat.core.decision.Answer;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.TopologyRef;
import io.carat.core.transfer.TransferEvent.TransferMade;
import java.util.List;

/**
 * What the sender of a transfer is told. Amounts are minor units.
 *
 * @param status always DONE
 * @param moved what moved: the amount
 * @param requirements what went along, in attribution order
 * @param policy the policy version of the bucket where it arrived
 */
public record TransferAnswer(
        String transferId,
        String status,
        String from,
        String to,
        long amount,
        String currency,
        long moved,
        List<InheritedPart> requirements,
        TopologyRef topology,
        PolicyRef policy)
        implements Answer {

    public TransferAnswer {
        requirements = List.copyOf(requirements);
    }

    /**
     * What went along of one requirement.
     *
     * @param parent the requirement that it was a part of
     * @param requirementId the requirement that it became
     * @param left what is still to be wagered of the parent
     */
    public record InheritedPart(String parent, String requirementId, long moved, long left) {

        private static InheritedPart of(MovedRolling moved) {
            return new InheritedPart(
                    moved.parentRequirementId(), moved.requirementId(), moved.movedMinor(), moved.leftMinor());
        }
    }

    static TransferAnswer of(TransferMade made) {
        return new TransferAnswer(
                made.transferId(),
                "DONE",
                made.from(),
                made.to(),
                made.amount().amountMinor(),
                made.amount().currency(),
                made.amount().amountMinor(),
                made.requirements().stream().map(InheritedPart::of).toList(),
                made.topology(),
                made.policy());
    }
}
