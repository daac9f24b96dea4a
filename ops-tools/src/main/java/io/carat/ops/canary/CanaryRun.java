package io.carat.ops.canary;

import io.carat.ops.client.CaratFailure;
import io.carat.ops.client.LedgerClient;
import io.carat.ops.client.LedgerReads;
import io.carat.ops.client.Topology;
import io.carat.ops.client.Wallet;
import io.carat.ops.client.WalletRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One canary run. Whatever it brings into the wallet it takes out again, but for a small balance that a first run leaves
 * in WITHDRAWABLE: so that every later run, on kept data, starts and ends with the same balances.
 */
public final class CanaryRun {

    /** What the first run leaves behind, in minor units. */
    static final long KEPT = 1_000;

    private static final int MAX_BETS = 20;
    private static final int RUN_ID_LENGTH = 8;

    private final LedgerClient client;
    private final LedgerReads reads;
    private final WalletRef wallet;
    private final String run = UUID.randomUUID().toString().substring(0, RUN_ID_LENGTH);
    private final StepLog log;

    /** A run on this wallet; the listener hears of each step as soon as it is over. */
    public CanaryRun(LedgerClient client, WalletRef wallet, Consumer<CanaryStep> listener) {
        this.client = client;
        this.reads = new LedgerReads(client, CanaryDesk.PATIENCE);
        this.wallet = wallet;
        this.log = new StepLog(listener);
    }

    /**
     * Runs to the end or to the first step that fails.
     *
     * @throws CaratFailure when there is no server to talk to, or the token is refused
     */
    public CanaryReport run() {
        Topology topology = reads.topology();
        Wallet before = reads.wallet(wallet);
        CanaryDesk desk = new CanaryDesk(client, wallet, run, topology, before);
        try {
            log.step("wallet", () -> topology.code() + ", " + balances(before));
            steps(desk, before);
            return report(desk.snapshot(), null);
        } catch (CaratFailure failure) {
            return report(before, failure.getMessage());
        }
    }

    private void steps(CanaryDesk desk, Wallet before) {
        CheckFailed.unless(
                before.available(desk.route.bonusBucket()) == 0,
                "the canary has bonus money; give it a player of its own with --player");
        new CanaryDeposit(desk).run(log);
        int bets = 0;
        do {
            new CanaryBet(desk).run(log);
        } while (++bets < MAX_BETS && hasToWager(desk));
        long kept = Math.max(KEPT, before.available(desk.withdrawable));
        new CanaryWithdrawal(desk, desk.expected.available(desk.withdrawable) - kept).run(log);
        log.step("ledger", () -> agreeing(desk));
        log.step("kept", () -> balances(desk.checkedSnapshot()));
    }

    private static boolean hasToWager(CanaryDesk desk) {
        Wallet now = desk.snapshot();
        String normal = desk.route.normalBucket();
        return now.remaining(normal) > 0 && now.available(normal) > 0;
    }

    /** The ledger list may trail the answers by moments; when it has caught up, it must agree. */
    private static String agreeing(CanaryDesk desk) {
        Wallet now = desk.checkedSnapshot();
        LedgerTips tips = Await.present(() -> caughtUp(desk), "the ledger did not reach the last answer");
        Optional<String> disagreement = tips.disagreement(now.buckets());
        CheckFailed.unless(disagreement.isEmpty(), disagreement.orElse(""));
        return tips.rows() + " rows: tips, sums and balances agree";
    }

    private static Optional<LedgerTips> caughtUp(CanaryDesk desk) {
        var rows = desk.ledger();
        boolean reached = !rows.isEmpty() && rows.getLast().position() > desk.positionBeforeLast();
        return reached ? Optional.of(new LedgerTips(rows)) : Optional.empty();
    }

    private CanaryReport report(Wallet end, @Nullable String reason) {
        return new CanaryReport(reason == null, run, wallet.playerId(), log.steps(), end.buckets(), reason);
    }

    private static String balances(Wallet wallet) {
        List<String> parts = wallet.buckets().stream()
                .map(bucket -> bucket.type() + " " + bucket.available()
                        + (bucket.held() == 0 ? "" : " (held " + bucket.held() + ")"))
                .toList();
        return parts.isEmpty() ? "no wallet yet" : parts.stream().collect(Collectors.joining(", "));
    }
}
