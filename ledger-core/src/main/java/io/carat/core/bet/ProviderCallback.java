package io.carat.core.bet;

import io.carat.core.claim.ClaimName;
import io.carat.core.decision.RequestKey;
import io.carat.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a provider calls for. The provider's transaction id is the only key: one claim per callback (ADR 0016), the same that
 * the transaction has when it comes by way of a {@link BetCommand.BetTransaction}.
 */
public sealed interface ProviderCallback {

    /** The brand whose player it is about. */
    String brandId();

    /** The player. */
    String playerId();

    /** The provider, whose signature was checked. */
    String providerId();

    /** The provider's name of the bet. */
    String betId();

    /** The provider's id of this callback, unique per brand, provider and operation. */
    String transactionId();

    /** The operation within which transaction ids are unique. */
    String operation();

    /** The id of the bet. */
    default String authorizationId() {
        return BetCommand.authorizationId(brandId(), providerId(), betId());
    }

    /** The callback's key: the claim of its transaction id. */
    default RequestKey request() {
        return new RequestKey(
                transactionId(),
                "",
                ClaimName.transactionClaimId(brandId(), providerId(), operation(), transactionId()));
    }

    /**
     * Hold a stake.
     *
     * @param stake 0 for a free round, where the profile takes such
     * @param tokenDigest the digest of the game session's token; null when none came along
     */
    record TakeBet(
            String brandId,
            String playerId,
            String providerId,
            String gameId,
            String betId,
            String roundId,
            Money stake,
            String transactionId,
            @Nullable String tokenDigest)
            implements ProviderCallback {

        @Override
        public String operation() {
            return ClaimName.BET;
        }

        /** The same as any bet. */
        BetCommand.AuthorizeBet command() {
            return new BetCommand.AuthorizeBet(
                    request(), brandId, playerId, providerId, gameId, betId, roundId, stake, null);
        }
    }

    /**
     * Pay a result.
     *
     * @param gameId compared with a repeat, if it came along
     * @param roundId compared with a repeat, if it came along
     * @param payout 0 where the bet is lost
     * @param closesRound null: as the profile says
     */
    record PayWin(
            String brandId,
            String playerId,
            String providerId,
            @Nullable String gameId,
            String betId,
            @Nullable String roundId,
            Money payout,
            String transactionId,
            @Nullable Boolean closesRound)
            implements ProviderCallback {
        @Override
        public String operation() {
            return ClaimName.SETTLE;
        }
    }

    /**
     * Give a stake back, or make sure that the bet is refused when it comes.
     *
     * @param gameId compared with a repeat, if it came along
     * @param roundId compared with a repeat, if it came along
     * @param currency null where the wire names none: the bet's
     * @param amountMinor compared with a repeat, if it came along; what is given back is what was held
     */
    record TakeBack(
            String brandId,
            String playerId,
            String providerId,
            @Nullable String gameId,
            String betId,
            @Nullable String roundId,
            @Nullable String currency,
            @Nullable Long amountMinor,
            String transactionId)
            implements ProviderCallback {
        @Override
        public String operation() {
            return ClaimName.ROLLBACK;
        }
    }
}
