package io.carat.core.wallet;

import io.carat.core.policy.FundingMode;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.Policy;
import io.carat.core.policy.WithdrawablePolicy;
import io.carat.core.topology.ProductRoute;
import io.carat.core.topology.Topology;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the policies let a player bet with: NORMAL and BONUS where the order has them, WITHDRAWABLE unless it is forbidden.
 * Limits per source are left out, so a bet of all of it may still be refused; held money and coupons are never in it.
 */
final class PlayableFunds {

    private PlayableFunds() {}

    /** The bucket types that a product's bets can be funded from. */
    static Set<String> types(Topology topology, ProductRoute route, Policy policy) {
        Set<String> types = new HashSet<>();
        if (policy.funding().order().contains(FundingSource.BONUS)) {
            types.add(route.bonusBucket());
        }
        if (policy.funding().order().contains(FundingSource.NORMAL)) {
            types.add(route.normalBucket());
        }
        if (policy.funding().withdrawable() != WithdrawablePolicy.FORBIDDEN) {
            types.add(topology.withdrawable());
        }
        return types;
    }

    /** The largest stake, in minor units: the sum, or under policies that take one source alone the largest. */
    static long amountMinor(Wallet wallet, Map<String, Policy> policyByType, Collection<String> types, Instant now) {
        List<Long> available =
                types.stream().map(type -> wallet.bucket(type).usableMinor(now)).toList();
        boolean exclusive = policyByType.values().stream()
                .allMatch(policy -> policy.funding().mode() == FundingMode.EXCLUSIVE);
        return exclusive && !policyByType.isEmpty()
                ? available.stream().mapToLong(Long::longValue).max().orElse(0)
                : available.stream().mapToLong(Long::longValue).sum();
    }
}
