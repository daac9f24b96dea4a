package io.carat.projection.hold;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The gauges of open bets. A scrape reads what was last looked up; nothing is asked of the database for it. A provider that has
 * been seen keeps its gauges, at 0 when all is closed.
 */
public final class HoldMeters {

    /** Open bets that are older than the policy allows. */
    public static final String OVERDUE = "wallet_bet_holds_overdue";

    /** Age of the oldest open bet. */
    public static final String OLDEST = "wallet_bet_hold_oldest_seconds";

    private static final double MILLIS = 1_000.0;

    private final HoldQueries queries;
    private final HoldPolicy policy;
    private final MeterRegistry registry;
    private final Clock clock;
    private final Set<String> registered = new HashSet<>();
    private volatile Map<String, ProviderHolds> latest = Map.of();

    /** Gauges of this policy. */
    public HoldMeters(HoldQueries queries, HoldPolicy policy, MeterRegistry registry, Clock clock) {
        this.queries = queries;
        this.policy = policy;
        this.registry = registry;
        this.clock = clock;
    }

    /** Looks the open bets up again. A failure leaves the last values: the caller tells it. */
    public synchronized void refresh() {
        latest = queries.perProvider(policy, clock.instant()).stream()
                .collect(Collectors.toUnmodifiableMap(ProviderHolds::providerId, Function.identity()));
        latest.keySet().stream().filter(registered::add).forEach(this::register);
    }

    private void register(String providerId) {
        Gauge.builder(OVERDUE, () -> overdue(providerId))
                .description("Open bets that are older than the policy allows; they are never released by themselves")
                .tag("provider", providerId)
                .register(registry);
        Gauge.builder(OLDEST, () -> oldestSeconds(providerId))
                .description("Age of the oldest open bet")
                .tag("provider", providerId)
                .register(registry);
    }

    private Number overdue(String providerId) {
        ProviderHolds holds = latest.get(providerId);
        return holds == null ? 0 : holds.overdue();
    }

    private Number oldestSeconds(String providerId) {
        ProviderHolds holds = latest.get(providerId);
        Instant oldest = holds == null ? clock.instant() : holds.oldest();
        return Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / MILLIS);
    }
}
