package io.carat.ops.simulation;

import io.carat.ops.client.Answer;
import io.carat.ops.client.MoneyCalls;
import io.carat.ops.client.MoneyRequest;
import io.carat.ops.client.Topology;
import io.carat.ops.client.Wallet;
import io.carat.ops.client.WalletRef;

/** What one player's actions share: chance, purse, ids, and the judgement of every answer. */
final class PlayerDesk {

    private static final int DUPLICATE_PERMILLE = 40;

    final Dice dice;
    final Purse purse = new Purse();
    final Persona persona;
    final Topology topology;
    final MoneyCalls calls;

    private final WalletRef wallet;
    private final Exchange exchange;
    private final boolean mayRepeatRun;
    private boolean repeatsRun;
    private int ids;

    PlayerDesk(DemoOptions options, int player, Topology topology, Exchange exchange) {
        this.dice = new Dice(options.seed(), player);
        this.persona = Persona.of(dice);
        this.topology = topology;
        this.wallet = options.wallet(player);
        this.calls = new MoneyCalls(wallet);
        this.exchange = exchange;
        this.mayRepeatRun = options.runGiven();
    }

    /** A fresh id: the same seed and run give the same ids in the same order. */
    String id(String kind) {
        return wallet.playerId() + "-" + kind + ++ids;
    }

    /** The side of the wallet that serves a product. */
    String side(String product) {
        return topology.route(product).normalBucket();
    }

    /** Sends a new command, now and then twice, and judges what comes back. */
    Answer ask(MoneyRequest request, Expectation expectation) {
        boolean twice = dice.permille(DUPLICATE_PERMILLE);
        Answer answer = judged(request, expectation);
        requireFresh(request, answer);
        if (twice && answer.accepted()) {
            repeat(request, answer);
        }
        return answer;
    }

    /** Sends what was sent before: the stored answer must come back. */
    void repeat(MoneyRequest request, Answer first) {
        judged(request, Expectation.replayOf(first));
    }

    /** The wallet as the server sees it. */
    Wallet wallet() {
        return exchange.read(wallet).as(Wallet.class);
    }

    /** Whether this run was made before, so that the server is ahead of the purse. */
    boolean repeatsRun() {
        return repeatsRun;
    }

    /** Ends this player's play if something that must hold does not. */
    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new SurprisingAnswer(otherwise);
        }
    }

    private Answer judged(MoneyRequest request, Expectation expectation) {
        Answer answer = exchange.send(request);
        expectation.objection(answer).ifPresent(objection -> {
            throw new SurprisingAnswer("POST " + request.path() + " [" + request.key() + "] " + objection);
        });
        return answer;
    }

    private void requireFresh(MoneyRequest request, Answer answer) {
        if (answer.replayed() && answer.attempts() == 1) {
            require(mayRepeatRun, "POST " + request.path() + " [" + request.key() + "] a first request was replayed");
            repeatsRun = true;
        }
    }
}
