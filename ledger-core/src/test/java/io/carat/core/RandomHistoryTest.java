package io.carat.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bucket.BucketEvent.Posted;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.WalletBucket;
import io.carat.core.claim.ClaimEvent;
import io.carat.core.coupon.CouponEvent;
import io.carat.core.coupon.CouponGrant;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Outcome;
import io.carat.core.policy.WithdrawablePolicy;
import io.carat.core.testing.LedgerAudit;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.RandomPlay;
import io.carat.core.testing.Seeded;
import io.carat.core.testing.SeedsForTest;
import io.carat.core.topology.Topology;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whatever a player does: no bucket goes below 0, no money appears or vanishes, holds are open legs and withdrawals,
 * refusals and duplicates move nothing, a rollback restores exactly, and the stored events replay to the live state.
 */
class RandomHistoryTest {

    private static final int SEEDS = 15;
    private static final int STEPS = 250;

    @Test
    void keepsTheBooksUnderTheSplitTopology() {
        Set<PostingReason> seen = EnumSet.noneOf(PostingReason.class);
        Seeded.forEachSeed(SEEDS, random -> seen.addAll(play(SeedsForTest.split(), random)));
        assertThat(seen.size() == PostingReason.values().length || Seeded.isOneSeed())
                .as("every kind of movement came about, not only %s", seen)
                .isTrue();
    }

    @Test
    void keepsTheBooksUnderTheUnifiedTopology() {
        Seeded.forEachSeed(SEEDS, random -> play(SeedsForTest.unified(), random));
    }

    @Test
    void restoresEveryBucketExactlyWhenABetIsRolledBackAtOnce() {
        Seeded.forEachSeed(SEEDS, random -> {
            Run run = new Run(SeedsForTest.split(), random);
            for (int step = 0; step < STEPS; step++) {
                run.step();
                var before = run.audit.bucketsWithoutEntries();
                if (run.followed(run.play.bet()) instanceof Outcome.Done) {
                    assertThat(run.followed(run.play.rollBackLast())).isInstanceOf(Outcome.Done.class);
                }
                assertThat(run.audit.bucketsWithoutEntries()).isEqualTo(before);
            }
        });
    }

    private static Set<PostingReason> play(Topology topology, RandomGenerator random) {
        Run run = new Run(topology, random);
        for (int step = 0; step < STEPS; step++) {
            run.step();
        }
        run.audit
                .buckets()
                .forEach((id, replayed) -> assertThat(run.scenario.ledger().state(WalletBucket.class, id))
                        .isEqualTo(replayed));
        run.audit
                .coupons()
                .forEach((id, replayed) -> assertThat(run.scenario.ledger().state(CouponGrant.class, id))
                        .isEqualTo(replayed));
        assertThat(run.done).as("steps that were accepted").isGreaterThan(STEPS / 5);
        return run.scenario.ledger().events().stream()
                .<PostingReason>mapMulti((event, found) -> {
                    switch (event) {
                        case Posted posted -> found.accept(posted.posting().reason());
                        case CouponEvent.Posted posted ->
                            found.accept(posted.posting().reason());
                        default -> {}
                    }
                })
                .collect(Collectors.toSet());
    }

    /** One random history and the audit that follows it. */
    private static final class Run {
        private final LedgerScenario scenario;
        private final RandomPlay play;
        private final LedgerAudit audit = new LedgerAudit();
        private int seen;
        private int done;

        Run(Topology topology, RandomGenerator random) {
            WithdrawablePolicy[] policies = WithdrawablePolicy.values();
            scenario = LedgerScenario.under(
                    topology,
                    SeedsForTest.with(SeedsForTest.policy("SPORTS"), policies[random.nextInt(policies.length)]),
                    SeedsForTest.with(
                            SeedsForTest.policy("CASINO"),
                            SeedsForTest.depositRolling(
                                    List.of(0, 3_000, 10_000).get(random.nextInt(3)))));
            seen = scenario.size();
            play = new RandomPlay(scenario, topology, random);
        }

        void step() {
            Outcome outcome = followed(play.step());
            sendAgain(outcome);
        }

        Outcome followed(Outcome outcome) {
            List<LedgerEvent> events = scenario.since(seen);
            seen = scenario.size();
            audit.follow(events);
            switch (outcome) {
                case Outcome.Done ignored -> done++;
                case Outcome.Refused ignored ->
                    assertThat(events).allMatch(ClaimEvent.RequestRefused.class::isInstance);
            }
            return outcome;
        }

        private void sendAgain(Outcome first) {
            Outcome again = scenario.send(scenario.lastSent());
            assertThat(scenario.size()).as("events after a duplicate").isEqualTo(seen);
            switch (first) {
                case Outcome.Done told ->
                    assertThat(((Outcome.Done) again).answer()).isEqualTo(told.answer());
                case Outcome.Refused told ->
                    assertThat(((Outcome.Refused) again).rejection()).isEqualTo(told.rejection());
            }
        }
    }
}
