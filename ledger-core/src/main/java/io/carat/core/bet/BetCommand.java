package io.carat.core.bet;

import io.carat.core.claim.ClaimName;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.RequestKey;
import io.carat.core.decision.Scope;
import io.carat.core.money.Money;
import org.jspecify.annotations.Nullable;

/** What can be asked of a bet. */
public sealed interface BetCommand {

    /** The bet's id. */
    String authorizationId();

    /** The caller's request key. */
    RequestKey request();

    /** The id of a bet: the same brand, provider and betId always mean the same bet. */
    static String authorizationId(String brandId, String providerId, String betId) {
        return DerivedId.of(brandId, "bet", providerId, betId);
    }

    /**
     * Hold a stake.
     *
     * @param oddsMilli decimal odds in thousandths, null where the bet has none
     * @param couponGrantId the coupon that is to be used; null for none
     */
    record AuthorizeBet(
            RequestKey request,
            String brandId,
            String playerId,
            String providerId,
            String gameId,
            String betId,
            String roundId,
            Money stake,
            @Nullable Integer oddsMilli,
            @Nullable String couponGrantId)
            implements BetCommand {

        /** A bet that names no coupon. */
        public AuthorizeBet(
                RequestKey request,
                String brandId,
                String playerId,
                String providerId,
                String gameId,
                String betId,
                String roundId,
                Money stake,
                @Nullable Integer oddsMilli) {
            this(request, brandId, playerId, providerId, gameId, betId, roundId, stake, oddsMilli, null);
        }

        @Override
        public String authorizationId() {
            return BetCommand.authorizationId(brandId, providerId, betId);
        }

        /** A digest of the bet itself, whatever key it comes under. */
        public String fingerprint() {
            String bet = DerivedId.fingerprint(
                    playerId, gameId, betId, roundId, stake.amountMinor(), stake.currency(), oddsMilli);
            return couponGrantId == null ? bet : DerivedId.fingerprint(bet, couponGrantId);
        }
    }

    /** What providers ask of a bet that exists; each is known by the provider's transaction id. */
    sealed interface BetTransaction extends BetCommand {
        /** The provider's id, unique per brand, provider and {@link #operation()}. */
        String transactionId();

        /** What the caller may reach. */
        Scope scope();

        /** The name under which transaction ids are unique. */
        String operation();

        /** A digest of the transaction itself, whatever key it comes under. */
        String fingerprint();
    }

    /**
     * Pay a result.
     *
     * @param payoutMinor 0 or above, in minor units; for PUSH the open stake
     * @param closesRound whether no further win of this bet is to come; a payout of 0 closes in any case
     * @param winsAfterClose whether the provider pays further wins of a bet that is settled
     */
    record SettleBet(
            RequestKey request,
            Scope scope,
            String authorizationId,
            String transactionId,
            long payoutMinor,
            BetResult result,
            boolean closesRound,
            boolean winsAfterClose)
            implements BetTransaction {

        /** A result from a provider that pays nothing after a bet is settled. */
        public SettleBet(
                RequestKey request,
                Scope scope,
                String authorizationId,
                String transactionId,
                long payoutMinor,
                BetResult result,
                boolean closesRound) {
            this(request, scope, authorizationId, transactionId, payoutMinor, result, closesRound, false);
        }

        /** The same result of a provider that pays further wins of a settled bet. */
        SettleBet payingAfterClose() {
            return new SettleBet(
                    request, scope, authorizationId, transactionId, payoutMinor, result, closesRound, true);
        }

        @Override
        public String operation() {
            return ClaimName.SETTLE;
        }

        @Override
        public String fingerprint() {
            return DerivedId.fingerprint(authorizationId, payoutMinor, result, closesRound);
        }
    }

    /** Give the whole stake back, as if the bet had not been. */
    record RollbackBet(RequestKey request, Scope scope, String authorizationId, String transactionId)
            implements BetTransaction {
        @Override
        public String operation() {
            return ClaimName.ROLLBACK;
        }

        @Override
        public String fingerprint() {
            return DerivedId.fingerprint(authorizationId);
        }
    }

    /** Roll back a bet that may not have come yet. */
    record RollbackBetByBetId(
            RequestKey request,
            Scope scope,
            String brandId,
            String playerId,
            String currency,
            String providerId,
            String betId,
            String transactionId)
            implements BetTransaction {
        @Override
        public String authorizationId() {
            return BetCommand.authorizationId(brandId, providerId, betId);
        }

        @Override
        public String operation() {
            return ClaimName.ROLLBACK;
        }

        @Override
        public String fingerprint() {
            return DerivedId.fingerprint(authorizationId());
        }
    }

    /**
     * Declare a bet void.
     *
     * @param refundedStakeMinor the part of the stake to give back, in minor units; null gives all back
     */
    record VoidBet(
            RequestKey request,
            Scope scope,
            String authorizationId,
            String transactionId,
            @Nullable Long refundedStakeMinor)
            implements BetTransaction {
        @Override
        public String operation() {
            return "void";
        }

        @Override
        public String fingerprint() {
            return DerivedId.fingerprint(authorizationId, refundedStakeMinor);
        }
    }

    /**
     * Sell a part of the stake back before the result.
     *
     * @param closedStakeMinor the part, in minor units, above 0 and at most what is open; all of it settles the bet
     * @param priceMinor what is paid for it, 0 or above, in minor units
     */
    record CashOutBet(
            RequestKey request,
            Scope scope,
            String authorizationId,
            String transactionId,
            long closedStakeMinor,
            long priceMinor)
            implements BetTransaction {
        @Override
        public String operation() {
            return "cashout";
        }

        @Override
        public String fingerprint() {
            return DerivedId.fingerprint(authorizationId, closedStakeMinor, priceMinor);
        }
    }

    /**
     * Replace a settlement by another.
     *
     * @param correctsTransactionId the settlement, or an earlier correction of it; null for all settlements of the bet
     * @param payoutMinor what is paid instead, 0 or above, in minor units
     */
    record CorrectBet(
            RequestKey request,
            Scope scope,
            String authorizationId,
            String transactionId,
            @Nullable String correctsTransactionId,
            long payoutMinor)
            implements BetTransaction {
        @Override
        public String operation() {
            return "correct";
        }

        @Override
        public String fingerprint() {
            return DerivedId.fingerprint(authorizationId, correctsTransactionId, payoutMinor);
        }
    }
}
