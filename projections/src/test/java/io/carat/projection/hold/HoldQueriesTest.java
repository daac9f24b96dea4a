package io.carat.projection.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bet.BetEvent.BetCashedOut;
import io.carat.core.bet.BetEvent.BetHalfVoided;
import io.carat.core.bet.BetEvent.BetRolledBack;
import io.carat.core.bet.BetEvent.BetSettled;
import io.carat.core.bet.BetResult;
import io.carat.core.bet.Leg;
import io.carat.core.bet.LegAmount;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.money.Money;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.PolicyRef;
import io.carat.projection.hold.OpenHold.OpenStake;
import io.carat.projection.paging.MalformedCursorException;
import io.carat.projection.testing.ProjectedDatabase;
import io.carat.projection.testing.WalletScript;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bets are opened one second apart, the first at 00:00:01. */
class HoldQueriesTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant EVER = Instant.parse("2036-01-01T00:00:00Z");

    private final ProjectedDatabase database = new ProjectedDatabase();
    private final HoldQueries queries = new HoldQueries(database.dataSource());
    private final WalletScript script = new WalletScript();

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void listsOpenBetsOldestFirstAcrossProviders() {
        open("acme", "hub88", "b1", "SPORTS");
        open("acme", "generic", "b2", "SLOTS");
        open("bolt", "hub88", "b3", "LIVE");

        assertThat(bets(EVER, null)).containsExactly("b1", "b2", "b3");
        assertThat(bets(EVER, "acme")).containsExactly("b1", "b2");
        assertThat(bets(EVER, "none")).isEmpty();
        assertThat(bets(MIDNIGHT.plusSeconds(2), null)).containsExactly("b1", "b2");
        assertThat(bets(MIDNIGHT, null)).isEmpty();
    }

    @Test
    void leavesOutWhatIsClosedAndKeepsWhatIsPaidInPart() {
        open("acme", "hub88", "settled", "SPORTS");
        open("acme", "hub88", "rolled", "SPORTS");
        open("acme", "hub88", "partly", "SPORTS");
        project(settled("settled", true));
        project(new BetRolledBack(
                id("acme", "rolled"), "t", List.of(new LegAmount(1, 2_500), new LegAmount(2, 7_500))));
        project(settled("partly", false));

        assertThat(bets(EVER, null)).containsExactly("partly");
    }

    @Test
    void tellsWhatEachBucketStillHolds() {
        open("acme", "hub88", "b1", "SPORTS");
        List<LegAmount> part = List.of(new LegAmount(1, 2_500), new LegAmount(2, 500));
        project(new BetHalfVoided(id("acme", "b1"), "t1", part));
        project(new BetCashedOut(id("acme", "b1"), "t2", List.of(new LegAmount(2, 1_000)), List.of(), false));

        OpenHold hold = queries.page(EVER, null, null).holds().getFirst();
        assertThat(hold.open()).containsExactly(new OpenStake("SPORTS_NORMAL", 6_000));
        assertThat(hold.openedAt()).isEqualTo(MIDNIGHT.plusSeconds(1));
        assertThat(hold.stakeMinor()).isEqualTo(10_000);
    }

    @Test
    void pagesThroughAllOfThemOnce() {
        int all = 2 * HoldQueries.PAGE + 1;
        for (int i = 0; i < all; i++) {
            open("acme", i % 3 == 0 ? "hub88" : "generic", "b" + i, "SPORTS");
        }
        List<String> seen = new ArrayList<>();
        HoldPage page = queries.page(EVER, null, null);
        page.holds().forEach(hold -> seen.add(hold.betId()));
        while (page.nextCursor() != null) {
            page = queries.page(EVER, null, page.nextCursor());
            page.holds().forEach(hold -> seen.add(hold.betId()));
        }
        assertThat(seen)
                .hasSize(all)
                .doesNotHaveDuplicates()
                .startsWith("b0", "b1")
                .endsWith("b" + (all - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "aG9sZHMtMTp4", "aG9sZHMtMTpub3cgeA"})
    void refusesACursorThatItDidNotGive(String cursor) {
        assertThatThrownBy(() -> queries.page(EVER, null, cursor)).isInstanceOf(MalformedCursorException.class);
    }

    @Test
    void countsWhatIsOverduePerProviderAndProduct() {
        open("acme", "hub88", "b1", "SPORTS");
        open("acme", "hub88", "b2", "SLOTS");
        open("acme", "generic", "b3", "SLOTS");
        HoldPolicy policy = new HoldPolicy(Duration.ofSeconds(10), Map.of("SPORTS", Duration.ofSeconds(100)));

        assertThat(queries.perProvider(policy, MIDNIGHT.plusSeconds(12)))
                .containsExactlyInAnyOrder(
                        new ProviderHolds("hub88", 1, MIDNIGHT.plusSeconds(1)),
                        new ProviderHolds("generic", 0, MIDNIGHT.plusSeconds(3)));
        assertThat(queries.perProvider(policy, MIDNIGHT.plusSeconds(101)))
                .containsExactlyInAnyOrder(
                        new ProviderHolds("hub88", 2, MIDNIGHT.plusSeconds(1)),
                        new ProviderHolds("generic", 1, MIDNIGHT.plusSeconds(3)));
    }

    @Test
    void hasNoProvidersWithoutOpenBets() {
        assertThat(queries.perProvider(new HoldPolicy(Duration.ofSeconds(1), Map.of()), EVER))
                .isEmpty();
    }

    @Test
    void readsTheIndexOfOpenBetsOnly() {
        for (int i = 0; i < 200; i++) {
            open("acme", "hub88", "b" + i, "SPORTS");
            project(settled("b" + i, true));
        }
        open("acme", "hub88", "open", "SPORTS");
        database.sql().sql("ANALYZE projection.wallet_bet_authorization").update();
        List<String> plan =
                database.sql().sql("""
                    EXPLAIN SELECT min(opened_at) FROM projection.wallet_bet_authorization
                    WHERE status IN ('AUTHORIZED', 'PARTIALLY_SETTLED') AND provider_id = 'hub88'\
                    """).query((row, number) -> row.getString(1)).list();
        assertThat(String.join("\n", plan)).doesNotContain("Seq Scan");
    }

    @Test
    void gaugesTellWhatWasLastLookedUpAndFallToZero() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Clock clock = Clock.fixed(MIDNIGHT.plusSeconds(61), ZoneOffset.UTC);
        HoldMeters meters = new HoldMeters(queries, new HoldPolicy(Duration.ofSeconds(30), Map.of()), registry, clock);
        meters.refresh();
        assertThat(registry.find(HoldMeters.OVERDUE).gauge()).isNull();

        open("acme", "hub88", "b1", "SPORTS");
        meters.refresh();
        assertThat(gauge(registry, HoldMeters.OVERDUE)).isEqualTo(1);
        assertThat(gauge(registry, HoldMeters.OLDEST)).isEqualTo(60);

        project(settled("b1", true));
        meters.refresh();
        assertThat(gauge(registry, HoldMeters.OVERDUE)).isZero();
        assertThat(gauge(registry, HoldMeters.OLDEST)).isZero();
    }

    private static double gauge(SimpleMeterRegistry registry, String name) {
        return registry.get(name).tag("provider", "hub88").gauge().value();
    }

    private List<String> bets(Instant before, @Nullable String brandId) {
        return queries.page(before, brandId, null).holds().stream()
                .map(OpenHold::betId)
                .toList();
    }

    private static String id(String brandId, String betId) {
        return brandId + ".bet." + betId;
    }

    private void project(LedgerEvent event) {
        database.project(script.append(event).events().getLast());
    }

    private void open(String brandId, String providerId, String betId, String product) {
        String bucket = WalletScript.bucket("p-1", "SPORTS_NORMAL");
        project(new BetAuthorized(
                id(brandId, betId),
                brandId,
                "p-1",
                providerId,
                betId,
                "r-1",
                "g-1",
                product,
                new Money(10_000, "KRW"),
                null,
                List.of(
                        new Leg(
                                1,
                                FundingSource.BONUS,
                                WalletScript.bucket("p-1", "SPORTS_BONUS"),
                                "SPORTS_BONUS",
                                2_500,
                                "x"),
                        new Leg(2, FundingSource.NORMAL, bucket, "SPORTS_NORMAL", 7_500, null)),
                List.of(),
                WalletScript.TOPOLOGY,
                new PolicyRef("SPORTS", 1),
                0,
                "fingerprint",
                brandId + ".request." + betId,
                null));
    }

    private static BetSettled settled(String betId, boolean closes) {
        return new BetSettled(
                id("acme", betId), "t-" + betId, BetResult.WIN, 0, List.of(), List.of(), List.of(), closes);
    }
}
