package io.carat.core.bet;

import static io.carat.core.policy.FundingSource.BONUS;
import static io.carat.core.policy.FundingSource.COUPON;
import static io.carat.core.policy.FundingSource.NORMAL;
import static io.carat.core.policy.FundingSource.WITHDRAWABLE;
import static io.carat.core.policy.WithdrawablePolicy.FIRST_RESTORE;
import static io.carat.core.policy.WithdrawablePolicy.FORBIDDEN;
import static io.carat.core.policy.WithdrawablePolicy.LAST_RESORT_RESTORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.bet.BetFunding.Plan;
import io.carat.core.decision.RejectionCode;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.Policy;
import io.carat.core.policy.SourceLimit;
import io.carat.core.testing.SeedsForTest;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BetFundingTest {

    private static final Policy SEEDED = SeedsForTest.policy("SPORTS");
    private static final Map<FundingSource, Long> WALLET = Map.of(BONUS, 2_500L, NORMAL, 4_000L, WITHDRAWABLE, 9_000L);

    @Test
    void placesWithdrawableByItsPolicyAlone() {
        assertThat(plan(10_000, SeedsForTest.with(SEEDED, LAST_RESORT_RESTORE)))
                .isEqualTo("BONUS 2500, NORMAL 4000, WITHDRAWABLE 3500");
        assertThat(plan(10_000, SeedsForTest.with(SEEDED, FORBIDDEN))).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(plan(10_000, SeedsForTest.with(SEEDED, FIRST_RESTORE))).isEqualTo("WITHDRAWABLE 9000, BONUS 1000");
    }

    @Test
    void putsFirstRightAfterTheCoupon() {
        Policy first = SeedsForTest.with(SEEDED, FIRST_RESTORE);
        assertThat(plan(10_000, SeedsForTest.withOrder(first, BONUS, COUPON, NORMAL)))
                .isEqualTo("BONUS 2500, WITHDRAWABLE 7500");
        assertThat(plan(10_000, SeedsForTest.withOrder(first, NORMAL, BONUS, COUPON)))
                .isEqualTo("NORMAL 4000, BONUS 2500, WITHDRAWABLE 3500");
    }

    @Test
    void walksThePolicysOrder() {
        assertThat(plan(5_000, SEEDED)).isEqualTo("BONUS 2500, NORMAL 2500");
        assertThat(plan(5_000, SeedsForTest.withOrder(SEEDED, NORMAL, BONUS, COUPON)))
                .isEqualTo("NORMAL 4000, BONUS 1000");
        assertThat(plan(1, SEEDED)).isEqualTo("BONUS 1");
    }

    @Test
    void takesTheWholeWalletAndNothingBeyond() {
        assertThat(plan(15_500, SEEDED)).isEqualTo("BONUS 2500, NORMAL 4000, WITHDRAWABLE 9000");
        assertThat(plan(15_501, SEEDED)).isEqualTo("INSUFFICIENT_FUNDS");
    }

    @Test
    void obeysEverySourcesBounds() {
        assertThat(limited(10_000, BONUS, new SourceLimit(0, 700, 10_000)))
                .isEqualTo("BONUS 700, NORMAL 4000, WITHDRAWABLE 5300");
        assertThat(limited(9_999, BONUS, new SourceLimit(0, Long.MAX_VALUE, 1_000)))
                .as("a share is rounded down")
                .isEqualTo("BONUS 999, NORMAL 4000, WITHDRAWABLE 5000");
        assertThat(limited(10_000, BONUS, new SourceLimit(2_500, Long.MAX_VALUE, 10_000)))
                .isEqualTo("BONUS 2500, NORMAL 4000, WITHDRAWABLE 3500");
        assertThat(limited(10_000, BONUS, new SourceLimit(2_501, Long.MAX_VALUE, 10_000)))
                .as("less than the minimum counts as nothing")
                .isEqualTo("NORMAL 4000, WITHDRAWABLE 6000");
        assertThat(limited(2_000, BONUS, new SourceLimit(2_001, Long.MAX_VALUE, 10_000)))
                .as("the minimum is measured on what is taken, not on what is there")
                .isEqualTo("NORMAL 2000");
        assertThat(limited(10_000, WITHDRAWABLE, new SourceLimit(0, 3_499, 10_000)))
                .isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(limited(10_000, BONUS, new SourceLimit(0, 0, 10_000))).isEqualTo("NORMAL 4000, WITHDRAWABLE 6000");
    }

    private static String limited(long stakeMinor, FundingSource source, SourceLimit limit) {
        return plan(stakeMinor, SeedsForTest.with(SEEDED, Map.of(source, limit)));
    }

    private static String plan(long stakeMinor, Policy policy) {
        return switch (BetFunding.plan(stakeMinor, policy.funding(), WALLET)) {
            case Plan.Funded funded ->
                funded.parts().stream()
                        .map(part -> part.source() + " " + part.takenMinor())
                        .collect(Collectors.joining(", "));
            case Plan.Refused refused -> {
                RejectionCode code = refused.rejection().code();
                yield code.name();
            }
        };
    }
}
