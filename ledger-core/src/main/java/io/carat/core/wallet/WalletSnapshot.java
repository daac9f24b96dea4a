package io.carat.core.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.Receivable;
import io.carat.core.coupon.CouponLine;
import io.carat.core.decision.Answer;
import io.carat.core.player.PlayerState;
import io.carat.core.rolling.Requirement;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.rolling.RequirementStatus;
import io.carat.core.topology.BucketType;
import io.carat.core.topology.Topology;
import io.carat.core.topology.TopologyRef;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A player's wallet in one currency. Amounts are minor units.
 *
 * @param buckets one per bucket type of the active topology, in its order
 * @param coupons the player's grants in this currency, in the order they were granted; of many, the oldest that are over are left
 *     out
 * @param rolling the requirements that are still open, in attribution order per bucket
 * @param bonuses those that run or wait
 * @param receivables what is owed, oldest first
 */
public record WalletSnapshot(
        String brandId,
        String playerId,
        String currency,
        TopologyRef topology,
        List<BucketBalance> buckets,
        List<CouponLine> coupons,
        List<OpenRequirement> rolling,
        List<OpenBonus> bonuses,
        List<OpenReceivable> receivables)
        implements Answer {

    public WalletSnapshot {
        buckets = List.copyOf(buckets);
        coupons = List.copyOf(coupons);
        rolling = List.copyOf(rolling);
        bonuses = List.copyOf(bonuses);
        receivables = List.copyOf(receivables);
    }

    /** What the wallet still owes because of a correction of a bet. */
    public record OpenReceivable(String receivableId, String authorizationId, long amount) {

        private static OpenReceivable of(Receivable debt) {
            return new OpenReceivable(debt.receivableId(), debt.authorizationId(), debt.openMinor());
        }
    }

    /** What one bucket holds. */
    public record BucketBalance(String type, long available, long held) {}

    /**
     * A requirement that is PENDING or ACTIVE. Amounts are minor units.
     *
     * @param required what has to be wagered in this bucket: without what moved away, so progress + remaining
     * @param moved what went with transfers to other buckets
     * @param parent the requirement that a transfer split it from; null for one of its own
     * @param suspendedBy the bonus that is wagered instead of it: no stake counts towards it meanwhile; absent for none
     */
    public record OpenRequirement(
            String requirementId,
            String bucket,
            RequirementKind kind,
            RequirementStatus status,
            long base,
            long required,
            long progress,
            long remaining,
            long moved,
            @Nullable String parent,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String suspendedBy) {

        private static OpenRequirement of(String bucket, Requirement requirement) {
            return new OpenRequirement(
                    requirement.id(),
                    bucket,
                    requirement.terms().kind(),
                    requirement.status(),
                    requirement.terms().baseMinor(),
                    requirement.terms().requiredMinor() - requirement.movedMinor(),
                    requirement.progressMinor(),
                    requirement.remainingMinor(),
                    requirement.movedMinor(),
                    requirement.terms().parentId(),
                    requirement.suspendedBy());
        }
    }

    static WalletSnapshot of(ReadWallet query, Wallet wallet, List<CouponLine> coupons) {
        Topology topology = wallet.topology();
        return new WalletSnapshot(
                query.brandId(),
                query.playerId(),
                query.currency(),
                topology.ref(),
                topology.buckets().stream().map(type -> balance(wallet, type)).toList(),
                coupons,
                topology.buckets().stream().flatMap(type -> open(wallet, type)).toList(),
                topology.buckets().stream()
                        .flatMap(type -> OpenBonus.of(type.code(), wallet.bucket(type.code())))
                        .toList(),
                wallet.bucket(topology.withdrawable()).receivables().stream()
                        .map(OpenReceivable::of)
                        .toList());
    }

    static boolean isOpened(PlayerState player, ReadWallet query) {
        return player.currencies().contains(query.currency());
    }

    private static BucketBalance balance(Wallet wallet, BucketType type) {
        BucketState bucket = wallet.bucket(type.code());
        return new BucketBalance(type.code(), bucket.availableMinor(), bucket.heldMinor());
    }

    private static Stream<OpenRequirement> open(Wallet wallet, BucketType type) {
        return wallet.bucket(type.code()).requirements().stream()
                .sorted(Requirement.ATTRIBUTION_ORDER)
                .map(requirement -> OpenRequirement.of(type.code(), requirement));
    }
}
