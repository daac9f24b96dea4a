package io.carat.core.bet;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bet.BetFunding.Plan;
import io.carat.core.money.Bps;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.Policy;
import io.carat.core.policy.SourceLimit;
import io.carat.core.policy.WithdrawablePolicy;
import io.carat.core.testing.Seeded;
import io.carat.core.testing.SeedsForTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever the policy and the wallet: parts add up to the stake, and none exceeds what is there or what is allowed. */
class BetFundingPropertyTest {

    private static final int ROUNDS = 2_000;

    @Test
    void addsUpWithinBalancesAndBounds() {
        Seeded.forEachSeed(5, random -> {
            int accepted = 0;
            for (int round = 0; round < ROUNDS; round++) {
                Map<FundingSource, SourceLimit> limits = limits(random);
                Policy policy = policy(random, limits);
                Map<FundingSource, Long> available = available(random);
                long stakeMinor = random.nextLong(1, 20_000);
                if (BetFunding.plan(stakeMinor, policy.funding(), available) instanceof Plan.Funded funded) {
                    check(stakeMinor, policy, available, taken(funded));
                    accepted++;
                }
            }
            assertThat(accepted).as("plans that came about").isGreaterThan(ROUNDS / 10);
        });
    }

    private static Map<FundingSource, Long> taken(Plan.Funded funded) {
        return funded.parts().stream().collect(Collectors.toMap(SourceShare::source, SourceShare::takenMinor));
    }

    private static void check(
            long stakeMinor, Policy policy, Map<FundingSource, Long> available, Map<FundingSource, Long> parts) {
        String what = stakeMinor + " of " + available + " under " + policy + " is " + parts;
        assertThat(parts.values().stream().mapToLong(Long::longValue).sum())
                .as(what)
                .isEqualTo(stakeMinor);
        parts.forEach((source, partMinor) -> {
            SourceLimit limit = policy.funding().limit(source);
            assertThat(partMinor)
                    .as(what)
                    .isPositive()
                    .isGreaterThanOrEqualTo(limit.minMinor())
                    .isLessThanOrEqualTo(limit.maxMinor())
                    .isLessThanOrEqualTo(available.getOrDefault(source, 0L))
                    .isLessThanOrEqualTo(Bps.floorOf(stakeMinor, limit.maxShareBps()));
        });
        if (policy.funding().withdrawable() == WithdrawablePolicy.FORBIDDEN) {
            assertThat(parts).as(what).doesNotContainKey(FundingSource.WITHDRAWABLE);
        }
    }

    private static Policy policy(RandomGenerator random, Map<FundingSource, SourceLimit> limits) {
        List<FundingSource> order =
                new ArrayList<>(List.of(FundingSource.COUPON, FundingSource.BONUS, FundingSource.NORMAL));
        Collections.rotate(order, random.nextInt(3));
        WithdrawablePolicy[] places = WithdrawablePolicy.values();
        Policy policy = SeedsForTest.withOrder(SeedsForTest.policy("SPORTS"), order.toArray(FundingSource[]::new));
        return SeedsForTest.with(SeedsForTest.with(policy, limits), places[random.nextInt(places.length)]);
    }

    private static Map<FundingSource, SourceLimit> limits(RandomGenerator random) {
        Map<FundingSource, SourceLimit> limits = new EnumMap<>(FundingSource.class);
        for (FundingSource source : FundingSource.values()) {
            if (random.nextInt(3) == 0) {
                limits.put(
                        source,
                        new SourceLimit(
                                random.nextLong(3_000), random.nextLong(3_000, 20_000), random.nextInt(1, 10_001)));
            }
        }
        return limits;
    }

    private static Map<FundingSource, Long> available(RandomGenerator random) {
        Map<FundingSource, Long> available = new EnumMap<>(FundingSource.class);
        for (FundingSource source : FundingSource.values()) {
            if (source != FundingSource.COUPON) {
                available.put(source, random.nextLong(15_000));
            }
        }
        return available;
    }
}
