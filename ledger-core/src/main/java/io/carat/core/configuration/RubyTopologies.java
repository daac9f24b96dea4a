package io.carat.core.configuration;

import io.carat.core.topology.BucketRole;
import io.carat.core.topology.BucketType;
import io.carat.core.topology.ProductRoute;
import io.carat.core.topology.Topology;
import java.util.List;

/** The two topologies of the rollout runbook (rule book §1), version 1. */
final class RubyTopologies {

    private RubyTopologies() {}

    static List<Topology> all() {
        return List.of(split(), unified());
    }

    private static Topology split() {
        return Topology.of(
                "RUBY_SPLIT_V1",
                1,
                List.of(
                        new BucketType("SPORTS_NORMAL", BucketRole.NORMAL),
                        new BucketType("SPORTS_BONUS", BucketRole.BONUS),
                        new BucketType("CASINO_NORMAL", BucketRole.NORMAL),
                        new BucketType("CASINO_BONUS", BucketRole.BONUS),
                        new BucketType("WITHDRAWABLE", BucketRole.WITHDRAWABLE),
                        new BucketType("POINTS", BucketRole.POINTS)),
                List.of(
                        new ProductRoute("SPORTS", "SPORTS_NORMAL", "SPORTS_BONUS", "SPORTS"),
                        new ProductRoute("LIVE", "CASINO_NORMAL", "CASINO_BONUS", "CASINO"),
                        new ProductRoute("SLOTS", "CASINO_NORMAL", "CASINO_BONUS", "CASINO")));
    }

    private static Topology unified() {
        return Topology.of(
                "RUBY_UNIFIED_V1",
                1,
                List.of(
                        new BucketType("COMMON_NORMAL", BucketRole.NORMAL),
                        new BucketType("COMMON_BONUS", BucketRole.BONUS),
                        new BucketType("WITHDRAWABLE", BucketRole.WITHDRAWABLE),
                        new BucketType("POINTS", BucketRole.POINTS)),
                List.of(
                        new ProductRoute("SPORTS", "COMMON_NORMAL", "COMMON_BONUS", "SPORTS"),
                        new ProductRoute("LIVE", "COMMON_NORMAL", "COMMON_BONUS", "CASINO"),
                        new ProductRoute("SLOTS", "COMMON_NORMAL", "COMMON_BONUS", "CASINO")));
    }
}
