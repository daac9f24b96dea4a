package io.carat.core.claim;

import static io.carat.core.decision.RejectionCode.CURRENCY_MISMATCH;
import static io.carat.core.decision.RejectionCode.IDEMPOTENCY_MISMATCH;
import static io.carat.core.decision.RejectionCode.INSUFFICIENT_FUNDS;
import static io.carat.core.testing.LedgerScenario.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.carat.core.bet.BetCommand.AuthorizeBet;
import io.carat.core.bet.BetResult;
import io.carat.core.claim.ClaimEvent.RequestAnswered;
import io.carat.core.claim.ClaimEvent.RequestRefused;
import io.carat.core.configuration.ConfigurationAnswer;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import io.carat.core.decision.RequestKey;
import io.carat.core.testing.LedgerScenario;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same request twice has one effect and one answer (rule book §0, §12). */
class IdempotencyTest {

    private static final ClaimName NAME = new ClaimName("claim-1", "key-1", "payload", "claim-1");

    private static LedgerScenario funded(long amountMinor) {
        LedgerScenario play = LedgerScenario.split();
        play.accepts(() -> play.deposit("SPORTS_NORMAL", amountMinor));
        return play;
    }

    @Test
    void answersTheSameBetTwiceAndHoldsOneStake() {
        LedgerScenario play = funded(10_000);
        AuthorizeBet bet = play.authorize(play.fresh(), "b1", "sports-1", 6_000, null);
        Outcome.Done first = (Outcome.Done) play.send(bet);
        int size = play.size();
        Outcome.Done second = (Outcome.Done) play.send(bet);
        assertThat(second.answer()).isEqualTo(first.answer());
        assertThat(told(second)).isEqualTo("REPLAYED");
        assertThat(play.size()).isEqualTo(size);
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 4000+6000");
    }

    @Test
    void answersTheSameBetUnderANewKey() {
        LedgerScenario play = funded(10_000);
        play.accepts(() -> play.bet("b1", 6_000));
        assertThat(told(play.bet("b1", 6_000))).isEqualTo("REPLAYED");
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 4000+6000");
    }

    @Test
    void refusesTheSameBetWithAnythingElse() {
        LedgerScenario play = funded(10_000);
        play.accepts(() -> play.bet("b1", 6_000));
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.bet("b1", 6_001));
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.bet("b1", "slots-1", 6_000, null));
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.bet("b1", "sports-1", 6_000, 1_500));
        assertThat(told(play.bet("b1", 6_000)))
                .as("a mismatch overwrites nothing")
                .isEqualTo("REPLAYED");
    }

    @Test
    void refusesTheSameKeyWithAnotherPayload() {
        LedgerScenario play = funded(10_000);
        RequestKey key = play.fresh();
        play.accepts(() -> play.send(play.authorize(key, "b1", "sports-1", 1_000, null)));
        RequestKey reused = new RequestKey(key.key(), "another payload");
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.send(play.authorize(reused, "b2", "sports-1", 1_000, null)));
    }

    @Test
    void replaysAStoredRefusalEvenWhenItWouldBeAcceptedByNow() {
        LedgerScenario play = funded(1_000);
        AuthorizeBet bet = play.authorize(play.fresh(), "b1", "sports-1", 6_000, null);
        play.refuses(INSUFFICIENT_FUNDS, () -> play.send(bet));
        play.accepts(() -> play.deposit("SPORTS_NORMAL", 10_000));
        int size = play.size();
        assertThat(told(play.send(bet))).isEqualTo("INSUFFICIENT_FUNDS REPLAYED");
        assertThat(play.size()).isEqualTo(size);
        play.accepts(() -> play.bet("b1", 6_000));
    }

    @Test
    void keepsProvidersApart() {
        LedgerScenario play = funded(10_000);
        play.accepts(() -> play.bet("b1", 1_000));
        AuthorizeBet own = play.authorize(play.fresh(), "b1", "sports-1", 1_000, null);
        AuthorizeBet other = new AuthorizeBet(
                own.request(),
                own.brandId(),
                own.playerId(),
                "hub88",
                own.gameId(),
                own.betId(),
                own.roundId(),
                own.stake(),
                null);
        play.accepts(() -> play.send(other));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 8000+2000");
    }

    @Test
    void paysTheSameTransactionOnceAndNoOtherUnderItsId() {
        LedgerScenario play = funded(10_000);
        play.accepts(() -> play.bet("b1", 1_000));
        play.accepts(() -> play.settle("b1", "t1", 500, BetResult.WIN, false));
        assertThat(told(play.settle("b1", "t1", 500, BetResult.WIN, false))).isEqualTo("REPLAYED");
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.settle("b1", "t1", 501, BetResult.WIN, false));
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.settle("b1", "t1", 500, BetResult.WIN, true));
        play.accepts(() -> play.bet("b2", 1_000));
        play.refuses(IDEMPOTENCY_MISMATCH, () -> play.settle("b2", "t1", 500, BetResult.WIN, false));
        assertThat(play.balances()).isEqualTo("SPORTS_NORMAL 8500+2000");
        assertThat(told(play.rollback("b2", "t1"))).as("ids are per operation").isEqualTo("DONE");
    }

    @Test
    void storesTheRefusalOfATransactionUnderItsId() {
        LedgerScenario play = funded(10_000);
        play.accepts(() -> play.bet("b1", 1_000));
        play.accepts(() -> play.settle("b1", "t1", 0));
        play.refuses(RejectionCode.BET_ALREADY_SETTLED, () -> play.settle("b1", "t2", 500));
        assertThat(told(play.settle("b1", "t2", 500))).isEqualTo("BET_ALREADY_SETTLED REPLAYED");
    }

    @Test
    void refusesABetOfAPlayerWithoutAWalletInItsCurrency() {
        LedgerScenario play = LedgerScenario.split();
        play.refuses(CURRENCY_MISMATCH, () -> play.bet("b1", 100));
    }

    @ParameterizedTest
    @EnumSource
    void storesExactlyTheRefusalsThatComeFromState(RejectionCode code) {
        Decision decision = ClaimState.under(null, NAME, () -> Decision.rejected(code, "because"));
        assertThat(decision.events())
                .isEqualTo(
                        code.stored()
                                ? List.of(new RequestRefused("claim-1", "key-1", "payload", code, "because"))
                                : List.of());
        boolean decidedAnew = switch (code) {
            case IDEMPOTENCY_MISMATCH,
                    BET_NOT_FOUND,
                    SETTLEMENT_NOT_FOUND,
                    POLICY_UNRESOLVED,
                    BRAND_NOT_FOUND,
                    PROVIDER_NOT_FOUND,
                    PLAYER_BLOCKED,
                    PLAYER_FROZEN,
                    PLAYER_NOT_FOUND,
                    EXCLUSION_IN_FORCE,
                    MAINTENANCE,
                    WALLET_NOT_FOUND,
                    WITHDRAWAL_NOT_FOUND,
                    REQUIREMENT_NOT_FOUND,
                    CAMPAIGN_NOT_FOUND,
                    COUPON_NOT_FOUND,
                    BONUS_NOT_FOUND,
                    DEPOSIT_NOT_FOUND,
                    TRANSFER_NOT_FOUND,
                    REVIEW_NOT_FOUND,
                    REVIEW_CLOSED,
                    EXPIRY_NOT_FOUND,
                    VERSION_IMMUTABLE,
                    POLICY_NOT_FOUND,
                    POLICY_INVALID,
                    TOPOLOGY_NOT_FOUND,
                    TOPOLOGY_INVALID,
                    ACTIVATION_BLOCKED,
                    PRODUCT_NOT_SERVED,
                    PROFILE_INVALID,
                    PROFILE_NOT_FOUND,
                    TOKEN_EXPIRED,
                    TOKEN_INVALID,
                    AMOUNT_INVALID -> true;
            case INSUFFICIENT_FUNDS,
                    BET_ALREADY_SETTLED,
                    ALREADY_ROLLED_BACK,
                    CURRENCY_MISMATCH,
                    TOPOLOGY_MISMATCH,
                    LIMIT_EXCEEDED,
                    OPEN_RECEIVABLE,
                    COUPON_NOT_OWNER,
                    COUPON_NOT_ACTIVE,
                    COUPON_EXPIRED,
                    COUPON_REVOKED,
                    COUPON_CONSUMED,
                    COUPON_RESERVED,
                    COUPON_PRODUCT_MISMATCH,
                    COUPON_PROVIDER_NOT_ALLOWED,
                    COUPON_CURRENCY_MISMATCH,
                    COUPON_MIN_STAKE,
                    COUPON_MAX_STAKE,
                    COUPON_MIN_ODDS,
                    COUPON_PARTIAL_NOT_ALLOWED,
                    COUPON_MIX_NOT_ALLOWED,
                    COUPON_PLAYER_INELIGIBLE,
                    COUPON_TOPOLOGY_MISMATCH,
                    COUPON_ALREADY_CLAIMED,
                    COUPON_BUDGET_EXHAUSTED,
                    INVALID_GAME,
                    PAIR_NOT_ALLOWED,
                    SAME_BUCKET,
                    BELOW_MIN,
                    ABOVE_MAX,
                    POINTS_RATE_MISSING,
                    POINTS_EXPIRED,
                    BONUS_ALREADY_ACTIVE,
                    BONUS_ENDED,
                    BONUS_EXPIRED,
                    ROLLING_TARGET_INELIGIBLE,
                    WITHDRAWAL_STATE_CONFLICT -> false;
        };
        assertThat(code.stored()).isNotEqualTo(decidedAnew);
    }

    @Test
    void looksAUsedClaimUpBeforeAnythingElse() {
        ConfigurationAnswer answer = new ConfigurationAnswer("x");
        ClaimState used = new ClaimState(new RequestAnswered("claim-1", "key-1", "payload", "claim-1", answer));
        Decision repeated = ClaimState.under(used, NAME, IdempotencyTest::fail);
        assertThat(repeated).isEqualTo(Decision.repeated(answer, "claim-1"));
        Decision mismatch =
                ClaimState.under(used, new ClaimName("claim-1", "key-1", "other", "claim-1"), IdempotencyTest::fail);
        assertThat(told(mismatch.outcome())).isEqualTo("IDEMPOTENCY_MISMATCH");
    }

    @Test
    void refusesAClaimThatWasUsedTwice() {
        RequestAnswered use =
                new RequestAnswered("claim-1", "key-1", "payload", "claim-1", new ConfigurationAnswer("x"));
        assertThatIllegalStateException()
                .isThrownBy(() -> ClaimState.evolve(new ClaimState(use), use))
                .withMessageContaining("claim-1");
    }

    private static Decision fail() {
        throw new AssertionError("decided although the claim is used");
    }
}
