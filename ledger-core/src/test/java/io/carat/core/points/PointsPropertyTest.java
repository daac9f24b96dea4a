package io.carat.core.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bucket.LotPart;
import io.carat.core.bucket.PointsEvent;
import io.carat.core.bucket.PointsEvent.PointsCredited;
import io.carat.core.bucket.PointsEvent.PointsExpired;
import io.carat.core.bucket.PointsEvent.PointsRestored;
import io.carat.core.bucket.PointsEvent.PointsSpent;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.points.PointsAnswer.PointsView;
import io.carat.core.testing.LedgerAudit;
import io.carat.core.testing.LedgerScenario;
import io.carat.core.testing.Seeded;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever happens, in any order: credited = remaining + spent + expired in each lot, restored never exceeds expired. */
class PointsPropertyTest {

    private static final int SEEDS = 60;
    private static final int STEPS = 120;

    @Test
    void lotsAddUpAfterAnyHistory() {
        Seeded.forEachSeed(SEEDS, PointsPropertyTest::play);
    }

    private static void play(RandomGenerator random) {
        LedgerScenario play = LedgerScenario.split();
        play.deposit("SPORTS_NORMAL", 1_000);
        LedgerAudit audit = new LedgerAudit();
        Sums sums = new Sums();
        int seen = 0;
        for (int step = 0; step < STEPS; step++) {
            step(play, random);
            List<LedgerEvent> events = play.since(seen);
            seen = play.size();
            audit.follow(events);
            events.forEach(sums::add);
            sums.requireThatTheyAre(play.pointsView());
        }
    }

    private static void step(LedgerScenario play, RandomGenerator random) {
        Instant now = play.ledger().now();
        switch (random.nextInt(7)) {
            case 0, 1 -> play.points(1 + random.nextInt(2_000), expiry(random, now));
            case 2, 3 -> play.transferPoints("SPORTS_NORMAL", 1 + random.nextInt(1_200));
            case 4 -> play.expirePoints();
            case 5 -> play.ledger().passTime(Duration.ofMinutes(random.nextInt(90)));
            default -> {
                List<PointsAnswer.Expiry> expiries = play.pointsView().expiries();
                if (!expiries.isEmpty()) {
                    PointsAnswer.Expiry one = expiries.get(random.nextInt(expiries.size()));
                    Instant soon = now.plus(Duration.ofMinutes(random.nextInt(180)));
                    play.restorePoints(one.expiryId(), 1 + random.nextLong(one.points()), soon);
                }
            }
        }
    }

    private static @Nullable Instant expiry(RandomGenerator random, Instant now) {
        // whole hours of the clock's day: many lots expire together
        return random.nextInt(4) == 0
                ? null
                : now.plus(Duration.ofMinutes(60L - now.atZone(ZoneOffset.UTC).getMinute()))
                        .plus(Duration.ofHours(random.nextInt(3)));
    }

    /** What the events say by lot and by expiry, added up without the ledger's own classes. */
    private static final class Sums {

        private final Map<String, Long> credited = new HashMap<>();
        private final Map<String, Long> spent = new HashMap<>();
        private final Map<String, Long> expired = new HashMap<>();
        private final Map<String, Long> restored = new HashMap<>();
        private final Map<String, Long> byExpiry = new HashMap<>();

        void add(LedgerEvent event) {
            if (event instanceof PointsEvent points) {
                add(points);
            }
        }

        private void add(PointsEvent event) {
            long points = event.posting().amountMinor();
            switch (event) {
                case PointsCredited it -> credited.put(it.lotId(), points);
                case PointsRestored it -> {
                    credited.put(it.lotId(), points);
                    restored.merge(it.expiryId(), points, Long::sum);
                }
                case PointsExpired it -> {
                    assertThat(expired.put(it.lotId(), points))
                            .as("expires once")
                            .isNull();
                    byExpiry.put(it.expiryId(), points);
                }
                case PointsSpent it -> {
                    assertThat(it.parts().stream().mapToLong(LotPart::points).sum())
                            .isEqualTo(points);
                    it.parts().forEach(part -> spent.merge(part.lotId(), part.points(), Long::sum));
                }
            }
        }

        void requireThatTheyAre(PointsView view) {
            Map<String, Long> remaining = new HashMap<>();
            view.lots().forEach(lot -> remaining.put(lot.lotId(), lot.remaining()));
            credited.forEach((lot, points) -> assertThat(points)
                    .as("lot %s", lot)
                    .isEqualTo(of(remaining, lot) + of(spent, lot) + of(expired, lot)));
            restored.forEach((expiry, points) ->
                    assertThat(points).as("expiry %s", expiry).isLessThanOrEqualTo(of(byExpiry, expiry)));
            assertThat(view.balance())
                    .isEqualTo(remaining.values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
            view.expiries().forEach(one -> {
                assertThat(one.points()).isEqualTo(of(byExpiry, one.expiryId()));
                assertThat(one.restored()).isEqualTo(of(restored, one.expiryId()));
            });
        }

        private static long of(Map<String, Long> sums, String id) {
            return sums.getOrDefault(id, 0L);
        }
    }
}
