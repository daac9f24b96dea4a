package io.carat.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carat.projection.ProcessorLag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** One player of brand acme in KRW, driven over HTTP. Each call is a new request unless it names its key. */
final class Player {

    // An Axon Server that is given may hold the players of earlier runs.
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
    private static final AtomicInteger COUNTER = new AtomicInteger();

    final String id;

    private final RunningServer server;
    private final Roles roles;

    Player(RunningServer server) {
        this(server, Roles.NONE);
    }

    /** Whose steps and balances name buckets by their part in the topology in force: {@code LIVE_NORMAL}. */
    Player(RunningServer server, Roles roles) {
        this(server, roles, "player-" + RUN + "-" + COUNTER.incrementAndGet());
    }

    private Player(RunningServer server, Roles roles, String id) {
        this.server = server;
        this.roles = roles;
        this.id = id;
    }

    /** The same player, asking another node. */
    Player at(RunningServer other) {
        return new Player(other, roles, id);
    }

    RunningServer server() {
        return server;
    }

    Answer deposit(String target, long amount) {
        return deposit(target, amount, id + "-" + UUID.randomUUID(), key());
    }

    Answer deposit(String target, long amount, String paymentRef, String key) {
        return post("/v2/deposits", key, """
            {"brandId": "acme", "playerId": "%s", "target": "%s", "amount": %d, "currency": "KRW",
             "paymentRef": "%s"}\
            """.formatted(id, roles.bucket(target), amount, paymentRef));
    }

    Answer bonus(String bucket, long amount) {
        return post("/v2/bonuses", key(), """
            {"brandId": "acme", "playerId": "%s", "currency": "KRW", "bucket": "%s", "amount": %d}\
            """.formatted(id, roles.bucket(bucket), amount));
    }

    Answer bet(String betId, String game, long stake) {
        return bet("generic", betId, game, stake, key());
    }

    Answer bet(String provider, String betId, String game, long stake, String key) {
        return post("/v2/bets/authorize", key, """
            {"brandId": "acme", "playerId": "%s", "providerId": "%s", "gameId": "%s", "betId": "%s",
             "roundId": "round-%s", "stake": %d, "currency": "KRW", "odds": 1.85}\
            """.formatted(id, provider, game, own(betId), betId, stake));
    }

    Answer settle(Answer bet, String transactionId, long payout) {
        return bet(bet, "settle", "{\"transactionId\": \"%s\", \"payout\": %d}".formatted(own(transactionId), payout));
    }

    Answer settleOpen(Answer bet, String transactionId, long payout) {
        return bet(
                bet,
                "settle",
                "{\"transactionId\": \"%s\", \"payout\": %d, \"closesRound\": false}"
                        .formatted(own(transactionId), payout));
    }

    Answer rollback(Answer bet, String transactionId) {
        return bet(bet, "rollback", "{\"transactionId\": \"%s\"}".formatted(own(transactionId)));
    }

    Answer voidBet(Answer bet, String transactionId) {
        return bet(bet, "void", "{\"transactionId\": \"%s\"}".formatted(own(transactionId)));
    }

    Answer cashOut(Answer bet, String transactionId, long closedStake, long price) {
        return bet(
                bet,
                "cashout",
                "{\"transactionId\": \"%s\", \"closedStake\": %d, \"price\": %d}"
                        .formatted(own(transactionId), closedStake, price));
    }

    Answer correct(Answer bet, String transactionId, String corrects, long payout) {
        return bet(
                bet,
                "correct",
                "{\"transactionId\": \"%s\", \"correctsTransactionId\": \"%s\", \"payout\": %d}"
                        .formatted(own(transactionId), own(corrects), payout));
    }

    Answer rollbackByBetId(String betId, String transactionId) {
        return post("/v2/rollbacks", key(), """
            {"brandId": "acme", "playerId": "%s", "currency": "KRW", "providerId": "generic", "betId": "%s",
             "transactionId": "%s"}\
            """.formatted(id, own(betId), own(transactionId)));
    }

    Answer withdraw(long amount) {
        return post(
                "/v2/withdrawals",
                key(),
                "{\"brandId\": \"acme\", \"playerId\": \"%s\", \"currency\": \"KRW\", \"amount\": %d}"
                        .formatted(id, amount));
    }

    Answer move(Answer withdrawal, String step) {
        return post("/v2/withdrawals/" + withdrawal.text("withdrawalId") + "/" + step, key(), "{}");
    }

    /** Gives WITHDRAWABLE money by way of a deposit that is wagered, won back and swept. */
    void earnWithdrawable(long amount) {
        deposit("SPORTS_NORMAL", amount).ok();
        Answer bet = bet("earned-" + UUID.randomUUID(), "sports-1", amount).ok();
        settle(bet, "earned-" + UUID.randomUUID(), amount).ok();
    }

    /** The wallet's buckets that are not empty, as {@code "SPORTS_NORMAL 4000+6000"}: available + held. */
    Player has(String expected) {
        assertThat(balances()).isEqualTo(roles.balances(expected));
        return this;
    }

    String balances() {
        JsonNode wallet = get("/v2/wallets/acme/" + id + "?currency=KRW").ok().body();
        List<String> filled = new ArrayList<>();
        for (JsonNode bucket : wallet.get("buckets")) {
            long available = bucket.get("available").asLong();
            long held = bucket.get("held").asLong();
            if (available != 0 || held != 0) {
                filled.add(bucket.get("type").asString() + " " + available + (held == 0 ? "" : "+" + held));
            }
        }
        return String.join(", ", filled);
    }

    /** What the wallet owes, oldest first. */
    List<Long> receivables() {
        JsonNode wallet = get("/v2/wallets/acme/" + id + "?currency=KRW").ok().body();
        List<Long> open = new ArrayList<>();
        wallet.get("receivables").forEach(debt -> open.add(debt.get("amount").asLong()));
        return open;
    }

    /** The open requirements, as {@code "SPORTS_NORMAL 6000/10000"}: progress / required. */
    String rolling() {
        JsonNode wallet = get("/v2/wallets/acme/" + id + "?currency=KRW").ok().body();
        List<String> open = new ArrayList<>();
        for (JsonNode requirement : wallet.get("rolling")) {
            open.add(requirement.get("bucket").asString() + " "
                    + requirement.get("progress").asLong() + "/"
                    + requirement.get("required").asLong());
        }
        return String.join(", ", open);
    }

    /** The open requirements are these, in whatever order {@link #rolling} tells them. */
    Player owes(String expected) {
        assertThat(rolling().split(", ", -1))
                .containsExactlyInAnyOrder(roles.names(expected).split(", ", -1));
        return this;
    }

    /** All ledger rows, once the ledger shows the given answer. */
    List<JsonNode> ledger(Answer last) {
        List<JsonNode> rows = new ArrayList<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            rows.clear();
            get("/v2/wallets/acme/" + id + "/ledger?limit=500")
                    .ok()
                    .body()
                    .get("rows")
                    .forEach(rows::add);
            return !rows.isEmpty()
                    && server.bean(ProcessorLag.class).of("wallet-ledger") == 0
                    && last.number("position") > 0;
        });
        return rows;
    }

    Answer get(String path) {
        return get(path, "operator");
    }

    Answer get(String path, String role) {
        return send(HttpRequest.newBuilder(server.uri(path)).GET(), role);
    }

    Answer post(String path, String key, String body) {
        return post(path, "operator", key, body);
    }

    Answer post(String path, String role, String key, String body) {
        return send(
                HttpRequest.newBuilder(server.uri(path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                role);
    }

    String key() {
        return id + "/" + UUID.randomUUID();
    }

    private Answer bet(Answer bet, String deed, String body) {
        return post("/v2/bets/" + bet.text("authorizationId") + "/" + deed, key(), body);
    }

    private String own(String reference) {
        return id + "-" + reference;
    }

    private Answer send(HttpRequest.Builder request, String role) {
        try {
            return Answer.of(RunningServer.HTTP.send(
                    request.header("Authorization", "Bearer " + server.token(role))
                            .build(),
                    BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
