package io.carat.core.bet;

import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.bet.BetAnswer.StakelessBetAnswer;
import io.carat.core.claim.Claim;
import io.carat.core.claim.ClaimEvent.RequestAnswered;
import io.carat.core.claim.ClaimName;
import io.carat.core.claim.Claims;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.decision.Decision;
import io.carat.core.provider.ProviderProfile;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a callback is decided on. Its bet is locked before its claim, as in every command.
 *
 * @param unit the command's view of the ledger
 * @param configuration the platform as the command sees it
 * @param profile the provider's settings
 * @param callback what came
 */
record CallbackFacts(
        LedgerUnit unit, ActiveConfiguration configuration, ProviderProfile profile, ProviderCallback callback) {

    /** Decides under the callback's transaction id. */
    Decision once(String fingerprint, Set<String> alternatives, Supplier<Decision> decide) {
        String claimId = claimId(callback.operation(), callback.transactionId());
        ClaimName name = new ClaimName(claimId, callback.transactionId(), fingerprint, claimId, alternatives);
        return Claims.underTransaction(unit, name, decide);
    }

    /** As any transaction of the bet; the transaction id is claimed already. */
    Decision transact(BetCommand.BetTransaction command, @Nullable BetState state) {
        return new BetTransactions(unit, callback.brandId(), command).decide(state);
    }

    /** Takes note of a free round or of its end: the claim alone says that it was. */
    Decision withoutStake() {
        return Decision.accepted(List.of(), new StakelessBetAnswer(callback.authorizationId(), callback.betId()));
    }

    /** Whether the bet that the callback names was a free round: its id is that bet's transaction id too. */
    boolean isFreeRound() {
        return unit.reference(Claim.class, claimId(ClaimName.BET, callback.betId()))
                .filter(claim -> claim.use() instanceof RequestAnswered answered
                        && answered.answer() instanceof StakelessBetAnswer)
                .isPresent();
    }

    /** Whether what the callback names as its bet is the transaction id of a win. */
    boolean isWin() {
        return unit.reference(Claim.class, claimId(ClaimName.SETTLE, callback.betId()))
                .isPresent();
    }

    /** Whether the callback's transaction was paid, or refused, as a win without a bet. */
    boolean isWinWithoutBet() {
        return unit.reference(Claim.class, claimId(ClaimName.WIN, callback.transactionId()))
                .isPresent();
    }

    private String claimId(String operation, String transactionId) {
        return ClaimName.transactionClaimId(callback.brandId(), callback.providerId(), operation, transactionId);
    }
}
