package io.carat.core.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.testing.SeedsForTest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TopologyFaultsTest {

    private static final Topology SPLIT = SeedsForTest.split();

    @Test
    void findsNothingInTheSeededTopologies() {
        assertThat(TopologyFaults.of(SPLIT)).isEmpty();
        assertThat(TopologyFaults.of(SeedsForTest.unified())).isEmpty();
    }

    @Test
    void findsNothingInFurtherProductsAndTransfers() {
        Topology poker = buckets(
                buckets -> {
                    buckets.add(new BucketType("POKER_NORMAL", BucketRole.NORMAL));
                    buckets.add(new BucketType("POKER_BONUS", BucketRole.BONUS));
                    return buckets;
                },
                routes -> {
                    routes.add(new ProductRoute("POKER", "POKER_NORMAL", "POKER_BONUS", "POKER"));
                    return routes;
                },
                List.of(
                        new TransferPair("POKER_NORMAL", "SPORTS_NORMAL"),
                        new TransferPair("SPORTS_NORMAL", "POKER_NORMAL"),
                        new TransferPair("POINTS", "POKER_NORMAL")));
        assertThat(TopologyFaults.of(poker)).isEmpty();
        assertThat(poker.allowsTransfer("POINTS", "POKER_NORMAL")).isTrue();
        assertThat(poker.allowsTransfer("POINTS", "SPORTS_NORMAL")).isFalse();
    }

    @Test
    void allowsEveryNormalAndPointsToEveryNormalWhereNothingIsSaid() {
        assertThat(SPLIT.allowedTransfers())
                .containsExactlyInAnyOrder(
                        new TransferPair("SPORTS_NORMAL", "CASINO_NORMAL"),
                        new TransferPair("CASINO_NORMAL", "SPORTS_NORMAL"),
                        new TransferPair("POINTS", "SPORTS_NORMAL"),
                        new TransferPair("POINTS", "CASINO_NORMAL"));
        assertThat(SeedsForTest.unified().allowedTransfers())
                .containsExactly(new TransferPair("POINTS", "COMMON_NORMAL"));
    }

    @Test
    void tellsEveryFaultAtOnce() {
        Topology broken = Topology.of(
                "lower",
                1,
                List.of(new BucketType("N", BucketRole.NORMAL), new BucketType("N", BucketRole.NORMAL)),
                List.of(new ProductRoute("SPORTS", "X", "N", "")));
        assertThat(TopologyFaults.of(broken))
                .containsExactly(
                        "'code' has 'lower', which is no code such as SPORTS_NORMAL.",
                        "'buckets' names N twice.",
                        "'buckets' must have exactly one WITHDRAWABLE bucket, not 0.",
                        "'buckets' must have exactly one POINTS bucket, not 0.",
                        "'routes.SPORTS.policyCode' has '', which is no code such as SPORTS_NORMAL.",
                        "'routes.SPORTS.normalBucket' names X, which is no NORMAL bucket.",
                        "'routes.SPORTS.bonusBucket' names N, which is no BONUS bucket.",
                        "'routes' has no route for LIVE.",
                        "'routes' has no route for SLOTS.");
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void findsTheFault(Topology topology, String fault) {
        assertThat(TopologyFaults.of(topology)).containsExactly(fault);
    }

    static Stream<Arguments> faulty() {
        return Stream.of(
                Arguments.of(
                        added(new BucketType("bad", BucketRole.WITHDRAWABLE), BucketRole.WITHDRAWABLE),
                        "'buckets' has 'bad', which is no code such as SPORTS_NORMAL."),
                Arguments.of(
                        added(new BucketType("POINTS_2", BucketRole.POINTS), null),
                        "'buckets' must have exactly one POINTS bucket, not 2."),
                Arguments.of(
                        added(new BucketType("CASH", BucketRole.WITHDRAWABLE), null),
                        "'buckets' must have exactly one WITHDRAWABLE bucket, not 2."),
                Arguments.of(
                        added(new BucketType("POKER_NORMAL", BucketRole.NORMAL), null),
                        "'buckets.POKER_NORMAL' is used by no route: its money could not be bet."),
                Arguments.of(
                        routed(new ProductRoute("SPORTS", "CASINO_NORMAL", "CASINO_BONUS", "CASINO")),
                        "'routes' has two routes for SPORTS."),
                Arguments.of(
                        routed(new ProductRoute("poker", "CASINO_NORMAL", "CASINO_BONUS", "CASINO")),
                        "'routes' has 'poker', which is no code such as SPORTS_NORMAL."),
                Arguments.of(
                        routed(new ProductRoute("POKER", "WITHDRAWABLE", "CASINO_BONUS", "CASINO")),
                        "'routes.POKER.normalBucket' names WITHDRAWABLE, which is no NORMAL bucket."),
                Arguments.of(
                        routed(new ProductRoute("POKER", "CASINO_NORMAL", "CASINO_NORMAL", "CASINO")),
                        "'routes.POKER.bonusBucket' names CASINO_NORMAL, which is no BONUS bucket."),
                Arguments.of(
                        transfer("SPORTS_BONUS", "SPORTS_NORMAL"),
                        "'transfers.SPORTS_BONUS-SPORTS_NORMAL' must leave from a NORMAL or POINTS bucket."),
                Arguments.of(
                        transfer("SPORTS_NORMAL", "WITHDRAWABLE"),
                        "'transfers.SPORTS_NORMAL-WITHDRAWABLE' names WITHDRAWABLE, which is no NORMAL bucket."),
                Arguments.of(
                        transfer("SPORTS_NORMAL", "SPORTS_NORMAL"),
                        "'transfers.SPORTS_NORMAL-SPORTS_NORMAL' must lead to another bucket."),
                Arguments.of(
                        transfer("NOWHERE", "SPORTS_NORMAL"),
                        "'transfers.NOWHERE-SPORTS_NORMAL' leaves from NOWHERE, which is no bucket."),
                Arguments.of(
                        buckets(
                                UnaryOperator.identity(),
                                UnaryOperator.identity(),
                                List.of(
                                        new TransferPair("POINTS", "SPORTS_NORMAL"),
                                        new TransferPair("POINTS", "SPORTS_NORMAL"))),
                        "'transfers.POINTS-SPORTS_NORMAL' is there twice."));
    }

    private static Topology added(BucketType type, @Nullable BucketRole instead) {
        return buckets(
                buckets -> {
                    buckets.removeIf(other -> other.role() == instead);
                    buckets.add(type);
                    return buckets;
                },
                UnaryOperator.identity(),
                null);
    }

    private static Topology routed(ProductRoute route) {
        return buckets(
                UnaryOperator.identity(),
                routes -> {
                    routes.add(route);
                    return routes;
                },
                null);
    }

    private static Topology transfer(String from, String to) {
        return buckets(UnaryOperator.identity(), UnaryOperator.identity(), List.of(new TransferPair(from, to)));
    }

    private static Topology buckets(
            UnaryOperator<List<BucketType>> buckets,
            UnaryOperator<List<ProductRoute>> routes,
            @Nullable List<TransferPair> transfers) {
        return new Topology(
                SPLIT.code(),
                1,
                buckets.apply(new ArrayList<>(SPLIT.buckets())),
                routes.apply(new ArrayList<>(SPLIT.routes())),
                transfers);
    }
}
