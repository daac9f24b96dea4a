package io.carat.core.bet;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.money.Money;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.PolicyRef;
import io.carat.core.topology.TopologyRef;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happens to a bet. */
public sealed interface BetEvent extends LedgerEvent {

    /** The bet's stream, derived from brand, provider and betId. */
    String authorizationId();

    @Override
    default String streamId() {
        return authorizationId();
    }

    /**
     * A stake is held.
     *
     * @param oddsMilli decimal odds in thousandths, null where the bet has none
     * @param legs the funding breakdown: settlement and rollback use it and nothing else
     * @param sources what each source gave and why it gave no more
     * @param requirementWatermark the player's requirement counter: later credits do not profit from this bet
     * @param fingerprint a digest of the bet's payload; another bet under the same betId is a mismatch
     * @param requestClaimId the claim of the request that placed it
     * @param bonusMaxStakeMinor the largest stake that the active bonus gave a part of; null for any, or without a bonus
     * @param coupon the coupon that the bet names; null for none
     * @param linkedBonus the bonus that was wagered together with a deposit of the product; null for none
     */
    record BetAuthorized(
            String authorizationId,
            String brandId,
            String playerId,
            String providerId,
            String betId,
            String roundId,
            String gameId,
            String product,
            Money stake,
            @Nullable Integer oddsMilli,
            List<Leg> legs,
            List<SourceShare> sources,
            TopologyRef topology,
            PolicyRef policy,
            long requirementWatermark,
            String fingerprint,
            String requestClaimId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long bonusMaxStakeMinor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            NamedCoupon coupon,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LinkedBonus linkedBonus)
            implements BetEvent {
        public BetAuthorized {
            legs = List.copyOf(legs);
            sources = List.copyOf(sources);
        }

        /** A bet that names no coupon, and of which no bonus is wagered together with a deposit. */
        public BetAuthorized(
                String authorizationId,
                String brandId,
                String playerId,
                String providerId,
                String betId,
                String roundId,
                String gameId,
                String product,
                Money stake,
                @Nullable Integer oddsMilli,
                List<Leg> legs,
                List<SourceShare> sources,
                TopologyRef topology,
                PolicyRef policy,
                long requirementWatermark,
                String fingerprint,
                String requestClaimId,
                @Nullable Long bonusMaxStakeMinor) {
            this(
                    authorizationId,
                    brandId,
                    playerId,
                    providerId,
                    betId,
                    roundId,
                    gameId,
                    product,
                    stake,
                    oddsMilli,
                    legs,
                    sources,
                    topology,
                    policy,
                    requirementWatermark,
                    fingerprint,
                    requestClaimId,
                    bonusMaxStakeMinor,
                    null,
                    null);
        }

        /** The codes of the BONUS buckets that what happens to the bet concerns. */
        Stream<String> bonusBuckets() {
            return Stream.concat(
                            legs.stream()
                                    .filter(leg -> leg.source() == FundingSource.BONUS)
                                    .map(Leg::bucketTypeCode),
                            Stream.ofNullable(linkedBonus).map(LinkedBonus::bonusBucket))
                    .distinct();
        }
    }

    /**
     * A result was paid by the stored legs.
     *
     * @param payoutMinor what the provider paid, in minor units
     * @param payouts what each leg is paid: its share, of a coupon's leg less what was deducted
     * @param refunds the stake given back per leg (PUSH, HALF_VOID)
     * @param attributions what of the stake counted towards which requirement
     * @param closes whether the bet is settled by it
     * @param coupon what it did to the coupon's leg; null where the bet has none
     */
    record BetSettled(
            String authorizationId,
            String transactionId,
            BetResult result,
            long payoutMinor,
            List<LegAmount> payouts,
            List<LegAmount> refunds,
            List<BetAttribution> attributions,
            boolean closes,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            CouponPaid coupon)
            implements BetEvent {
        public BetSettled {
            payouts = List.copyOf(payouts);
            refunds = List.copyOf(refunds);
            attributions = List.copyOf(attributions);
        }

        /** The result of a bet without a coupon. */
        public BetSettled(
                String authorizationId,
                String transactionId,
                BetResult result,
                long payoutMinor,
                List<LegAmount> payouts,
                List<LegAmount> refunds,
                List<BetAttribution> attributions,
                boolean closes) {
            this(authorizationId, transactionId, result, payoutMinor, payouts, refunds, attributions, closes, null);
        }
    }

    /**
     * A part of the stake was sold back before the result.
     *
     * @param closedStakes the part that is closed, per leg
     * @param payouts its price, per leg
     * @param closes whether nothing is left open
     * @param coupon what it did to the coupon's leg; null where the bet has none
     */
    record BetCashedOut(
            String authorizationId,
            String transactionId,
            List<LegAmount> closedStakes,
            List<LegAmount> payouts,
            boolean closes,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            CouponPaid coupon)
            implements BetEvent {
        public BetCashedOut {
            closedStakes = List.copyOf(closedStakes);
            payouts = List.copyOf(payouts);
        }

        /** The sale of a part of a bet without a coupon. */
        public BetCashedOut(
                String authorizationId,
                String transactionId,
                List<LegAmount> closedStakes,
                List<LegAmount> payouts,
                boolean closes) {
            this(authorizationId, transactionId, closedStakes, payouts, closes, null);
        }
    }

    /**
     * A settlement was replaced by another.
     *
     * @param correctsTransactionId the settlement; null for all of them
     * @param payoutMinor what is paid instead, in minor units
     * @param reversedPayouts what had been paid per leg
     * @param reversedRefunds what had been given back per leg (PUSH, HALF_VOID)
     * @param payouts what is paid instead, per leg
     * @param coupon what it does to the coupon's leg instead; null where the bet has none
     */
    record BetCorrected(
            String authorizationId,
            String transactionId,
            @Nullable String correctsTransactionId,
            long payoutMinor,
            List<LegAmount> reversedPayouts,
            List<LegAmount> reversedRefunds,
            List<LegAmount> payouts,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            CouponPaid coupon)
            implements BetEvent {
        public BetCorrected {
            reversedPayouts = List.copyOf(reversedPayouts);
            reversedRefunds = List.copyOf(reversedRefunds);
            payouts = List.copyOf(payouts);
        }

        /** The correction of a bet without a coupon. */
        public BetCorrected(
                String authorizationId,
                String transactionId,
                @Nullable String correctsTransactionId,
                long payoutMinor,
                List<LegAmount> reversedPayouts,
                List<LegAmount> reversedRefunds,
                List<LegAmount> payouts) {
            this(
                    authorizationId,
                    transactionId,
                    correctsTransactionId,
                    payoutMinor,
                    reversedPayouts,
                    reversedRefunds,
                    payouts,
                    null);
        }
    }

    /** The stake went back to the legs it came from. */
    record BetRolledBack(String authorizationId, String transactionId, List<LegAmount> refunds) implements BetEvent {
        public BetRolledBack {
            refunds = List.copyOf(refunds);
        }
    }

    /**
     * The bet does not count: the stake went back to the legs it came from; cash-outs stand.
     *
     * @param refunds the stake given back per leg
     * @param reversedPayouts what had been paid per leg before and was taken back
     */
    record BetVoided(
            String authorizationId, String transactionId, List<LegAmount> refunds, List<LegAmount> reversedPayouts)
            implements BetEvent {
        public BetVoided {
            refunds = List.copyOf(refunds);
            reversedPayouts = List.copyOf(reversedPayouts);
        }
    }

    /** A part of the stake went back, the rest stays open. */
    record BetHalfVoided(String authorizationId, String transactionId, List<LegAmount> refunds) implements BetEvent {
        public BetHalfVoided {
            refunds = List.copyOf(refunds);
        }
    }

    /** A rollback came before its bet: the bet will be refused when it comes. */
    record BetTombstoned(
            String authorizationId,
            String brandId,
            String playerId,
            String currency,
            String providerId,
            String betId,
            String transactionId)
            implements BetEvent {}
}
