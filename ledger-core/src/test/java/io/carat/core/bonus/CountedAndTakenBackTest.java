package io.carat.core.bonus;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.decision.Outcome;
import io.carat.core.testing.LedgerAudit;
import io.carat.core.testing.LedgerScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * To count a bet and take it back is the identity (rule book §4), whatever happens in between: other bets, a bonus with a deposit
 * that starts or is forfeited. Two histories are alike but for one thing: in the one a bet is settled
 * for its stake and declared void later, in the other it stays open and is declared void at the same point.
 */
class CountedAndTakenBackTest {

    private static final int STEPS = 14;
    private static final long SEEDS = Long.getLong("carat.identity.histories", 300);

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void toCountAndToTakeBackIsTheIdentity(long seed) {
        History counted = new History(seed, true);
        History never = new History(seed, false);
        assertThat(counted.play()).as("seed %s", seed).isEqualTo(never.play());
    }

    /** One player with a deposit, bonuses on it, and one bet that is watched. */
    private static final class History {

        private final Random chance;
        private final boolean counts;
        private final LedgerScenario play = LedgerScenario.split();
        private final LedgerAudit audit = new LedgerAudit();
        private final List<String> bonuses = new ArrayList<>();
        private int seen;
        private int names;

        History(long seed, boolean counts) {
            this.chance = new Random(seed);
            this.counts = counts;
        }

        List<String> play() {
            play.accepts(() -> play.deposit("CASINO_NORMAL", 1_000_000, "pay"));
            grant();
            int watchedAt = chance.nextInt(STEPS / 2);
            int takenAt = watchedAt + 1 + chance.nextInt(STEPS - watchedAt);
            for (int step = 0; step < STEPS; step++) {
                if (step == watchedAt) {
                    play.accepts(() -> play.bet("watched", "slots-1", 5_000, null));
                    if (counts) {
                        play.accepts(() -> play.settle("watched", "paid", 5_000));
                        play.accepts(() -> play.bet("in its place", "slots-1", 5_000, null));
                    }
                }
                if (step == takenAt) {
                    takeBack();
                }
                other();
                follow();
            }
            if (takenAt >= STEPS) {
                takeBack();
            }
            return standing();
        }

        /** What was held in the place of the bet comes back with it: in both histories the same money was there to bet with. */
        private void takeBack() {
            play.accepts(() -> play.voidBet("watched", "void", null));
            if (counts) {
                play.accepts(() -> play.rollback("in its place", "back"));
            }
            follow();
        }

        /** The stake comes back whatever the bet did, so what follows finds the same money. */
        private void other() {
            int kind = chance.nextInt(6);
            long stakeMinor = chance.nextInt(500, 4_500);
            switch (kind) {
                case 0 -> grant();
                case 1 -> end();
                default -> {
                    String id = "b" + names++;
                    play.accepts(() -> play.bet(id, "slots-1", stakeMinor, null));
                    play.accepts(() -> play.settle(id, "t" + id, stakeMinor));
                }
            }
        }

        private void grant() {
            GrantBonus grant = play.grantOn("pay", "CASINO_BONUS", 2_000, 10_000, null);
            if (play.send(grant) instanceof Outcome.Done) {
                bonuses.add(grant.bonusId());
            }
        }

        private void end() {
            if (!bonuses.isEmpty()) {
                play.cancel(bonuses.getLast());
            }
        }

        private void follow() {
            audit.follow(play.since(seen));
            seen = play.size();
        }

        /** What has to be wagered and has been, per requirement, and every balance. */
        private List<String> standing() {
            List<String> standing = new ArrayList<>(play.snapshot().rolling().stream()
                    .map(open -> open.bucket() + " " + open.kind() + " " + open.base() + ": " + open.progress() + "/"
                            + open.required())
                    .sorted()
                    .toList());
            standing.add(play.balances());
            return standing;
        }
    }
}
