package io.carat.api.crash;

import io.carat.api.crash.Recorded.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One player who deposits, bets and settles until the server is gone; keeps account of every request. */
final class BusyPlayer {

    private static final long DEPOSIT = 10_000;
    private static final int LARGEST_STAKE = 5_000;

    /** What the player's requests add up to, in minor units. */
    record Account(long total, long held) {}

    private final String id;
    private final Random random;
    private final List<Recorded> requests = new CopyOnWriteArrayList<>();
    private Account account = new Account(0, 0);

    BusyPlayer(int number) {
        this.id = "crash-" + number;
        this.random = new Random(number);
    }

    String id() {
        return id;
    }

    /** Every request in order; only the last one may be without an answer. */
    List<Recorded> requests() {
        return requests;
    }

    /** What the wallet must show when everything that was sent has happened once. */
    Account account() {
        return account;
    }

    /** Plays until a request finds no server. */
    void play(Caller caller) {
        int round = 1;
        while (round(caller, round)) {
            round++;
        }
    }

    private boolean round(Caller caller, int round) {
        long deposited = DEPOSIT + random.nextInt(100);
        int stake = 1_000 + random.nextInt(LARGEST_STAKE - 1_000);
        int payout = random.nextInt(2 * stake);
        if (!deposit(caller, round, deposited)) {
            return false;
        }
        String bet = bet(caller, round, stake);
        return bet != null && settle(caller, round, bet, stake, payout);
    }

    private boolean deposit(Caller caller, int round, long amount) {
        String body = """
            {"brandId": "acme", "playerId": "%s", "target": "SPORTS_NORMAL", "amount": %d, "currency": "KRW",
             "paymentRef": "%s-p%d"}\
            """.formatted(id, amount, id, round);
        return send(caller, "/v2/deposits", "p" + round, body, amount, 0) != null;
    }

    private @Nullable String bet(Caller caller, int round, long stake) {
        String body = """
            {"brandId": "acme", "playerId": "%s", "providerId": "generic", "gameId": "sports-1", "betId": "%s-b%d",
             "roundId": "round-%d", "stake": %d, "currency": "KRW", "odds": 1.85}\
            """.formatted(id, id, round, round, stake);
        Reply reply = send(caller, "/v2/bets/authorize", "b" + round, body, 0, stake);
        return reply == null ? null : Caller.read(reply).get("authorizationId").asString();
    }

    private boolean settle(Caller caller, int round, String bet, long stake, long payout) {
        String body = "{\"transactionId\": \"%s-t%d\", \"payout\": %d}".formatted(id, round, payout);
        return send(caller, "/v2/bets/" + bet + "/settle", "t" + round, body, payout - stake, -stake) != null;
    }

    private @Nullable Reply send(Caller caller, String path, String reference, String body, long total, long held) {
        account = new Account(account.total() + total, account.held() + held);
        String key = id + "/" + reference;
        Reply reply = reply(caller, path, key, body);
        requests.add(new Recorded(path, key, body, reply));
        return reply;
    }

    private static @Nullable Reply reply(Caller caller, String path, String key, String body) {
        try {
            return caller.post(path, key, body);
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
