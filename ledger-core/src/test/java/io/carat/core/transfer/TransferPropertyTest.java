package io.carat.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bet.BetAttribution;
import io.carat.core.bet.BetEvent.BetSettled;
import io.carat.core.bet.BetEvent.BetVoided;
import io.carat.core.bucket.BucketEvent.BucketCredited;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Outcome;
import io.carat.core.policy.Contribution;
import io.carat.core.policy.Policy;
import io.carat.core.policy.RollingTerms;
import io.carat.core.testing.LedgerAudit;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.Seeded;
import io.carat.core.testing.SeedsForTest;
import io.carat.core.transfer.TransferEvent.TransferMade;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Over random histories: what is still to be wagered is what deposits owe less what bets that stand have counted, wherever
 * transfers have taken it; with every bet void it is what deposits owe.
 */
class TransferPropertyTest {

    private static final int HISTORIES = 400;
    private static final int STEPS = 60;

    /** A threshold below every balance: nothing ends by low balance, which forgives rolling. */
    private static Policy policy(String code, int multiplierBps, int sportsRateBps, int slotsRateBps) {
        Policy seed = SeedsForTest.policy(code);
        RollingTerms rolling = new RollingTerms(
                multiplierBps,
                Map.of(
                        "SPORTS", Contribution.of(sportsRateBps),
                        "LIVE", Contribution.of(10_000),
                        "SLOTS", Contribution.of(slotsRateBps)));
        return new Policy(
                code,
                1,
                seed.funding(),
                seed.betLimits(),
                rolling,
                seed.bonusRolling(),
                seed.toNormalRolling(),
                seed.points(),
                Map.of("KRW", -1L));
    }

    @Test
    void neitherLosesNorAddsRolling() {
        Seeded.forEachSeed(HISTORIES, random -> new History(random).run());
    }

    private static final class History {

        private final RandomGenerator random;
        private final LedgerScenario play;
        private final LedgerAudit audit = new LedgerAudit();
        private final List<String> open = new ArrayList<>();
        private final List<String> settled = new ArrayList<>();
        private final Map<String, Long> counted = new HashMap<>();
        private long owedMinor;
        private int seen;
        private int number;

        History(RandomGenerator random) {
            this.random = random;
            this.play = LedgerScenario.under(
                    SeedsForTest.split(),
                    policy("SPORTS", 7_000, 10_000, 3_333),
                    policy("CASINO", 23_000, 5_000, 9_999));
        }

        void run() {
            for (int step = 0; step < STEPS; step++) {
                step();
                follow();
            }
            while (!settled.isEmpty()) {
                voidOne();
                follow();
            }
            assertThat(counted).isEmpty();
        }

        private void step() {
            number++;
            String from = random.nextBoolean() ? "SPORTS_NORMAL" : "CASINO_NORMAL";
            String to = from.equals("SPORTS_NORMAL") ? "CASINO_NORMAL" : "SPORTS_NORMAL";
            switch (random.nextInt(8)) {
                case 0 -> play.deposit(from, 1 + random.nextInt(5_000));
                case 1, 2 -> bet("b" + number, from.equals("SPORTS_NORMAL") ? "sports-1" : "slots-1");
                case 3, 4 -> settleOne();
                case 5 -> voidOne();
                default -> transfer(from, to);
            }
        }

        private void bet(String betId, String game) {
            if (play.bet(betId, game, 1 + random.nextInt(1_500), null) instanceof Outcome.Done) {
                open.add(betId);
            }
        }

        private void settleOne() {
            if (!open.isEmpty()) {
                String betId = open.remove(random.nextInt(open.size()));
                play.accepts(() -> play.settle(betId, "t" + number, random.nextInt(2_000)));
                settled.add(betId);
            }
        }

        private void voidOne() {
            if (!settled.isEmpty()) {
                String betId = settled.remove(random.nextInt(settled.size()));
                number++;
                play.accepts(() -> play.voidBet(betId, "v" + number, null));
            }
        }

        private void transfer(String from, String to) {
            long whole = available(from);
            long amount = random.nextInt(3) == 0 ? whole : 1 + (whole <= 1 ? 0 : random.nextLong(whole));
            play.transfer(from, to, Math.max(1, amount));
        }

        private long available(String type) {
            if (seen == 0 || owedMinor == 0) {
                return 0; // no wallet yet
            }
            return play.snapshot().buckets().stream()
                    .filter(bucket -> bucket.type().equals(type))
                    .mapToLong(bucket -> bucket.available())
                    .sum();
        }

        private void follow() {
            List<LedgerEvent> events = play.since(seen);
            seen = play.size();
            audit.follow(events);
            events.forEach(this::add);
            long remaining = audit.buckets().values().stream()
                    .flatMap(bucket -> bucket.requirements().stream())
                    .mapToLong(requirement -> requirement.remainingMinor())
                    .sum();
            long countedMinor =
                    counted.values().stream().mapToLong(Long::longValue).sum();
            assertThat(remaining).isEqualTo(owedMinor - countedMinor);
        }

        private void add(LedgerEvent event) {
            switch (event) {
                case BucketCredited credited
                when credited.requirement() != null ->
                    owedMinor += credited.requirement().requiredMinor();
                case BetSettled bet ->
                    counted.put(
                            bet.authorizationId(),
                            bet.attributions().stream()
                                    .mapToLong(BetAttribution::progressMinor)
                                    .sum());
                case BetVoided bet -> counted.remove(bet.authorizationId());
                case TransferMade made ->
                    assertThat(made.requirements()).allMatch(moved -> moved.movedMinor() > 0 && moved.leftMinor() >= 0);
                default -> {}
            }
        }
    }
}
