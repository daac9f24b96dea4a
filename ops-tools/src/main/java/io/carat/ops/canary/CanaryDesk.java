package io.carat.ops.canary;

import io.carat.ops.client.Answer;
import io.carat.ops.client.LedgerClient;
import io.carat.ops.client.LedgerPage;
import io.carat.ops.client.LedgerReads;
import io.carat.ops.client.MoneyCalls;
import io.carat.ops.client.MoneyRequest;
import io.carat.ops.client.Patience;
import io.carat.ops.client.Topology;
import io.carat.ops.client.Topology.Route;
import io.carat.ops.client.Wallet;
import io.carat.ops.client.WalletRef;
import java.time.Duration;
import java.util.List;

/** What the steps of one run share: the canary's wallet, what it must look like, and fresh ids. */
final class CanaryDesk {

    /** A canary goes again on a lost connection: its keys make that safe. */
    static final Patience PATIENCE = new Patience(Duration.ofSeconds(5));

    final MoneyCalls calls;
    final Route route;
    final String withdrawable;
    final ExpectedWallet expected;

    private final LedgerClient client;
    private final LedgerReads reads;
    private final WalletRef wallet;
    private final String run;
    private int ids;
    private long lastPosition;
    private long positionBeforeLast;

    CanaryDesk(LedgerClient client, WalletRef wallet, String run, Topology topology, Wallet before) {
        this.client = client;
        this.reads = new LedgerReads(client, PATIENCE);
        this.wallet = wallet;
        this.run = run;
        this.calls = new MoneyCalls(wallet);
        this.route = topology.route("SPORTS");
        this.withdrawable = topology.withdrawable();
        this.expected = new ExpectedWallet(before);
    }

    /** An id that no other run has. */
    String freshId(String kind) {
        return "canary-" + run + "-" + kind + "-" + ++ids;
    }

    /** Sends a command that must be accepted, and not as a replay. */
    Answer accepted(MoneyRequest request) {
        Answer answer = client.post(request, PATIENCE);
        CheckFailed.unless(answer.accepted(), request.path() + " was refused: " + answer.summary());
        CheckFailed.unless(
                !answer.replayed() || answer.attempts() > 1, request.path() + " answered a first request as a replay");
        CheckFailed.unless(
                answer.position() > lastPosition || answer.replayed(),
                request.path() + " answered position " + answer.position() + ", not above " + lastPosition);
        positionBeforeLast = lastPosition;
        lastPosition = answer.position();
        return answer;
    }

    /** Sends a command again, or one that must be refused. */
    Answer again(MoneyRequest request) {
        return client.post(request, PATIENCE);
    }

    /** The answer before the last one: what lies after it in the ledger belongs to the last one. */
    long positionBeforeLast() {
        return positionBeforeLast;
    }

    Wallet snapshot() {
        return reads.wallet(wallet);
    }

    /** The snapshot, which must be as expected. */
    Wallet checkedSnapshot() {
        Wallet actual = snapshot();
        expected.requireEqual(actual);
        return actual;
    }

    List<LedgerPage.Row> ledger() {
        return reads.ledger(wallet);
    }
}
