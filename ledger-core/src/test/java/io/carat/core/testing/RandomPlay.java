package io.carat.core.testing;

import static io.carat.core.withdrawal.WithdrawalStep.APPROVE;
import static io.carat.core.withdrawal.WithdrawalStep.CANCEL;
import static io.carat.core.withdrawal.WithdrawalStep.FAIL;
import static io.carat.core.withdrawal.WithdrawalStep.PAID_OUT;
import static io.carat.core.withdrawal.WithdrawalStep.PAY;
import static io.carat.core.withdrawal.WithdrawalStep.REJECT;

import io.carat.core.bet.BetResult;
import io.carat.core.decision.Outcome;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.BucketType;
import io.carat.core.topology.Topology;
import io.carat.core.withdrawal.WithdrawalCommand.RequestWithdrawal;
import io.carat.core.withdrawal.WithdrawalStep;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A player who does anything, sensible or not, in an order that only the seed knows. */
public final class RandomPlay {

    private static final List<String> GAMES = List.of("sports-1", "live-1", "slots-1");

    private final LedgerScenario scenario;
    private final Topology topology;
    private final RandomGenerator random;
    private final List<String> bets = new ArrayList<>(List.of("never"));
    private final List<String> withdrawals = new ArrayList<>();
    private int transactions;

    /** A player of this scenario. */
    public RandomPlay(LedgerScenario scenario, Topology topology, RandomGenerator random) {
        this.scenario = scenario;
        this.topology = topology;
        this.random = random;
    }

    /** Does the next thing. */
    public Outcome step() {
        return switch (random.nextInt(22)) {
            case 0, 1 -> scenario.deposit(anyOf(BucketRole.NORMAL), amount(20_000));
            case 2, 15 ->
                scenario.bonus(anyOf(BucketRole.BONUS), amount(any(List.of(800, 10_000))), multiplier(), cap());
            case 3, 4, 5, 6 -> bet();
            case 7, 8, 9 -> settle();
            case 10 -> scenario.rollback(any(bets), transaction());
            case 11 -> scenario.voidBet(any(bets), transaction(), null);
            case 12 -> scenario.voidBet(any(bets), transaction(), amount(4_000));
            case 13 -> scenario.rollbackByBetId("unknown-" + random.nextInt(50), transaction());
            case 14 -> withdraw();
            default -> withdrawals.isEmpty() ? withdraw() : scenario.move(withdrawals.getLast(), any(steps()));
        };
    }

    /** Places a bet under a betId of its own, which is that of the last bet placed. */
    public Outcome bet() {
        String betId = "bet-" + bets.size();
        bets.add(betId);
        return scenario.bet(
                betId,
                any(GAMES),
                amount(any(List.of(300, 1_000, 6_000, 15_000))),
                random.nextBoolean() ? null : 1_000 + random.nextInt(1_000));
    }

    /** Rolls the last bet back. */
    public Outcome rollBackLast() {
        return scenario.rollback(bets.getLast(), "undo-" + bets.getLast());
    }

    private Outcome settle() {
        BetResult result = any(List.of(BetResult.values()));
        long payoutMinor = switch (result) {
            case WIN, JACKPOT -> random.nextInt(3) == 0 ? 0 : amount(any(List.of(3_000, 25_000)));
            case LOSE, HALF_VOID -> 0;
            case PUSH -> amount(12_000);
        };
        return scenario.settle(
                any(bets.subList(Math.max(0, bets.size() - 5), bets.size())),
                transaction(),
                payoutMinor,
                result,
                random.nextInt(3) > 0);
    }

    private Outcome withdraw() {
        RequestWithdrawal request = scenario.withdrawal(amount(1_500));
        withdrawals.add(request.withdrawalId());
        return scenario.send(request);
    }

    private @Nullable Integer multiplier() {
        return random.nextInt(5) == 0 ? null : any(List.of(0, 1_000, 5_000, 10_000));
    }

    private @Nullable Long cap() {
        return random.nextBoolean() ? null : amount(2_000);
    }

    private String transaction() {
        transactions++;
        // now and then one that was used before
        return "t" + (random.nextInt(12) == 0 ? random.nextInt(transactions) : transactions);
    }

    private String anyOf(BucketRole role) {
        return any(topology.bucketsOf(role).stream().map(BucketType::code).toList());
    }

    private long amount(int atMostMinor) {
        return 1 + random.nextLong(atMostMinor);
    }

    /** The steps to a payment more often than those away from it. */
    private static List<WithdrawalStep> steps() {
        return List.of(APPROVE, PAY, PAID_OUT, APPROVE, PAY, PAID_OUT, FAIL, REJECT, CANCEL);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
