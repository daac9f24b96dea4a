package io.carat.ops.fake;

import io.carat.ops.client.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fake server's rules, far simpler than the real ones: deposits at 100 %, mixed funding, split settlement. */
final class FakeLedger {

    /** An answer before it is sent. */
    record Reply(int status, Map<String, Object> body) {}

    long position;
    private final Fault fault;
    private final Map<String, FakeWallet> wallets = new HashMap<>();
    private final Map<String, FakeBet> bets = new HashMap<>();
    private final Map<String, String[]> withdrawals = new HashMap<>();
    private final Set<String> tombstones = new HashSet<>();

    FakeLedger(Fault fault) {
        this.fault = fault;
    }

    Reply post(String path, JsonNode body) {
        String[] parts = path.substring("/v2/".length()).split("/", -1);
        return switch (parts[0]) {
            case "deposits" -> deposit(body);
            case "bonuses" -> bonus(body);
            case "rollbacks" -> rollbackFirst(body);
            case "withdrawals" -> parts.length == 1 ? withdraw(body) : step(parts[1], parts[2]);
            default -> parts[1].equals("authorize") ? authorize(body) : bet(parts[1], parts[2], body);
        };
    }

    @Nullable
    FakeWallet wallet(String player) {
        return wallets.get(player);
    }

    private FakeWallet opened(JsonNode body) {
        return wallets.computeIfAbsent(body.path("playerId").asString(), player -> new FakeWallet(this));
    }

    private Reply deposit(JsonNode body) {
        FakeWallet wallet = opened(body);
        String bucket = body.path("target").asString();
        long amount = body.path("amount").asLong();
        FakeWallet.Rolling rolling = new FakeWallet.Rolling("r" + position, bucket, amount);
        rolling.status = fault == Fault.NEVER_ACTIVE ? "PENDING" : "ACTIVE";
        wallet.rolling.add(rolling);
        wallet.credit(bucket, amount, "DEPOSIT");
        Object requirement = Json.object("requirementId", rolling.id, "required", amount, "status", "PENDING");
        return done(Json.object("status", "CREDITED", "bucket", bucket, "amount", amount, "requirement", requirement));
    }

    private Reply bonus(JsonNode body) {
        opened(body).credit(body.path("bucket").asString(), body.path("amount").asLong(), "BONUS_GRANT");
        return done(Json.object("status", "ACTIVE"));
    }

    private Reply authorize(JsonNode body) {
        FakeWallet wallet = opened(body);
        String betId = body.path("betId").asString();
        if (tombstones.contains(betId)) {
            return refused(409, "ALREADY_ROLLED_BACK");
        }
        String side = body.path("gameId").asString().equals("sports-1") ? "SPORTS" : "CASINO";
        long stake = body.path("stake").asLong();
        long bonus = Math.min(stake, wallet.available(side + "_BONUS"));
        long normal = Math.min(stake - bonus, wallet.available(side + "_NORMAL"));
        long rest = stake - bonus - normal;
        if (rest > wallet.available("WITHDRAWABLE") && fault != Fault.OVERDRAFT_ALLOWED) {
            return refused(422, "INSUFFICIENT_FUNDS");
        }
        FakeBet bet = new FakeBet("auth-" + betId, wallet, body.path("playerId").asString());
        bets.put(bet.id, bet);
        bet.leg("BONUS", side + "_BONUS", bonus);
        bet.leg("NORMAL", side + "_NORMAL", normal);
        bet.leg("WITHDRAWABLE", "WITHDRAWABLE", rest);
        return done(Json.object("authorizationId", bet.id, "status", bet.status, "funding", bet.funding()));
    }

    private Reply bet(String id, String action, JsonNode body) {
        FakeBet bet = bets.get(id);
        if (bet == null) {
            return refused(404, "BET_NOT_FOUND");
        }
        if (bet.status.equals("SETTLED")) {
            return refused(409, "BET_ALREADY_SETTLED");
        }
        return action.equals("settle") ? settle(bet, body) : refund(bet, action, body);
    }

    private Reply refund(FakeBet bet, String action, JsonNode body) {
        long amount = body.path("refundedStake").asLong(bet.openStake());
        if (amount == bet.openStake()) {
            bet.status = action.equals("void") ? "VOIDED" : "ROLLED_BACK";
        }
        return answered(bet, "refunded", bet.refund(amount));
    }

    private Reply settle(FakeBet bet, JsonNode body) {
        boolean closes = body.path("closesRound").asBoolean(true);
        bet.status = closes ? "SETTLED" : "PARTIALLY_SETTLED";
        long payout = body.path("payout").asLong();
        if (body.path("outcome").asString("").equals("PUSH")) {
            return answered(bet, "refunded", bet.refund(bet.openStake()));
        }
        if (closes) {
            bet.take();
        }
        long paid = fault == Fault.PAYOUT_ONE_SHORT ? Math.max(0, payout - 1) : payout;
        List<Map<String, Object>> credited = bet.pay(paid, fault == Fault.PAYOUT_NOT_CREDITED);
        if (fault != Fault.NO_SWEEP) {
            bet.wallet.sweepWhatIsComplete();
        }
        return answered(bet, "credited", credited);
    }

    private Reply answered(FakeBet bet, String what, List<Map<String, Object>> parts) {
        return done(Json.object("authorizationId", bet.id, "status", bet.status, what, parts));
    }

    private Reply rollbackFirst(JsonNode body) {
        tombstones.add(body.path("betId").asString());
        return done(Json.object("authorizationId", "none", "status", "TOMBSTONED", "refunded", List.of()));
    }

    private Reply withdraw(JsonNode body) {
        FakeWallet wallet = opened(body);
        long amount = body.path("amount").asLong();
        if (wallet.available("WITHDRAWABLE") < amount) {
            return refused(422, "INSUFFICIENT_FUNDS");
        }
        String id = "w" + position;
        wallet.hold("WITHDRAWABLE", amount, "WITHDRAWAL_HOLD");
        withdrawals.put(id, new String[] {body.path("playerId").asString(), String.valueOf(amount)});
        return done(Json.object("withdrawalId", id, "status", "HELD", "amount", amount));
    }

    private Reply step(String id, String step) {
        String[] withdrawal = withdrawals.getOrDefault(id, new String[] {"", "0"});
        FakeWallet wallet = wallets.computeIfAbsent(withdrawal[0], player -> new FakeWallet(this));
        long amount = Long.parseLong(withdrawal[1]);
        return switch (step) {
            case "approve" -> stepped(id, "APPROVED");
            case "pay" -> stepped(id, "PAYING");
            case "paid" -> {
                wallet.take("WITHDRAWABLE", amount, "WITHDRAWAL_PAYMENT");
                yield stepped(id, "PAID");
            }
            default -> {
                wallet.release("WITHDRAWABLE", amount, "WITHDRAWAL_RELEASE");
                yield stepped(id, Map.of("fail", "FAILED", "reject", "REJECTED").getOrDefault(step, "CANCELLED"));
            }
        };
    }

    private Reply stepped(String id, String status) {
        return done(Json.object("withdrawalId", id, "status", status));
    }

    private Reply done(Map<String, Object> body) {
        body.put("position", ++position);
        return new Reply(200, body);
    }

    static Reply refused(int status, String code) {
        return new Reply(status, Json.object("status", status, "code", code, "detail", "refused by the fake server"));
    }
}
