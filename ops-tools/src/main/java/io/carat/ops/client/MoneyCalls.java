package io.carat.ops.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the money commands of one wallet. Amounts are in minor units. */
public final class MoneyCalls {

    private final WalletRef wallet;

    /** The commands of this wallet. */
    public MoneyCalls(WalletRef wallet) {
        this.wallet = wallet;
    }

    /** A deposit into a NORMAL bucket. */
    public MoneyRequest deposit(String key, String target, long amount, String paymentRef) {
        return request(
                "/v2/deposits",
                key,
                ofPlayer("target", target, "amount", amount, "currency", wallet.currency(), "paymentRef", paymentRef));
    }

    /** A stake to be held. */
    public MoneyRequest authorize(String key, BetSlip slip) {
        return request(
                "/v2/bets/authorize",
                key,
                ofPlayer(
                        "providerId", slip.providerId(),
                        "gameId", slip.gameId(),
                        "betId", slip.betId(),
                        "roundId", slip.roundId(),
                        "stake", slip.stake(),
                        "currency", wallet.currency(),
                        "odds", slip.odds()));
    }

    /** A rollback that may come before its bet. */
    public MoneyRequest rollbackOfBet(String key, String providerId, String betId, String transactionId) {
        return request(
                "/v2/rollbacks",
                key,
                ofPlayer(
                        "currency",
                        wallet.currency(),
                        "providerId",
                        providerId,
                        "betId",
                        betId,
                        "transactionId",
                        transactionId));
    }

    /** A bonus grant into a BONUS bucket, on the policy's terms. */
    public MoneyRequest bonus(String key, String bucket, long amount) {
        return request("/v2/bonuses", key, ofPlayer("currency", wallet.currency(), "bucket", bucket, "amount", amount));
    }

    /** A withdrawal to be held. */
    public MoneyRequest withdrawal(String key, long amount) {
        return request("/v2/withdrawals", key, ofPlayer("currency", wallet.currency(), "amount", amount));
    }

    /** The next step of a withdrawal: approve, pay, paid, fail, reject or cancel. */
    public static MoneyRequest withdrawalStep(String key, String withdrawalId, String step) {
        return request("/v2/withdrawals/" + WalletRef.segment(withdrawalId) + "/" + step, key, Json.object());
    }

    /** A result of a bet. */
    public static MoneyRequest settle(String key, String authorizationId, Settlement settlement) {
        return request(
                bet(authorizationId) + "/settle",
                key,
                Json.object(
                        "transactionId", settlement.transactionId(),
                        "payout", settlement.payout(),
                        "outcome", settlement.outcome(),
                        "closesRound", settlement.closesRound()));
    }

    /** The stake goes back to where it came from. */
    public static MoneyRequest rollback(String key, String authorizationId, String transactionId) {
        return request(bet(authorizationId) + "/rollback", key, Json.object("transactionId", transactionId));
    }

    /** The bet does not count. */
    public static MoneyRequest voidBet(String key, String authorizationId, String transactionId) {
        return request(bet(authorizationId) + "/void", key, Json.object("transactionId", transactionId));
    }

    /** A part of the stake goes back, the rest stays open. */
    public static MoneyRequest halfVoid(String key, String authorizationId, String transactionId, long refundedStake) {
        return request(
                bet(authorizationId) + "/void",
                key,
                Json.object("transactionId", transactionId, "refundedStake", refundedStake));
    }

    private Map<String, Object> ofPlayer(@Nullable Object... namesAndValues) {
        Map<String, Object> body = Json.object("brandId", wallet.brandId(), "playerId", wallet.playerId());
        body.putAll(Json.object(namesAndValues));
        return body;
    }

    private static String bet(String authorizationId) {
        return "/v2/bets/" + WalletRef.segment(authorizationId);
    }

    private static MoneyRequest request(String path, String key, Object body) {
        return new MoneyRequest(path, key, Json.write(body));
    }
}
