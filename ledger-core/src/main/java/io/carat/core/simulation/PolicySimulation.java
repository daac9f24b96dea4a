package io.carat.core.simulation;

import io.carat.core.bet.BetFunding.Plan;
import io.carat.core.bet.BetJudgement;
import io.carat.core.decision.RejectionCode;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.Policy;
import io.carat.core.simulation.SimulationReport.Example;
import io.carat.core.simulation.SourceTotals.Bucket;
import io.carat.core.topology.ProductRoute;
import io.carat.core.topology.Topology;
import io.carat.core.topology.TopologyRef;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks a candidate what it would have made of bets that were decided under other versions of its policy. Each bet is judged
 * on the balances that it met: a bet that would have left more or less behind changes nothing for the next one, so the
 * report is what differs decision by decision and not another history (ADR 0015).
 */
public final class PolicySimulation {

    /** How many bets that differ are listed. */
    public static final int MAX_EXAMPLES = 20;

    private final Policy candidate;
    private final Function<TopologyRef, Optional<Topology>> topologies;
    private final Map<String, SourceTotals> currencies = new TreeMap<>();
    private final Map<RejectionCode, Long> refusalsBefore = new EnumMap<>(RejectionCode.class);
    private final Map<RejectionCode, Long> refusalsAfter = new EnumMap<>(RejectionCode.class);
    private final List<Example> examples = new ArrayList<>();
    private long decisions;
    private long fundedOtherwise;
    private long refusedInstead;
    private long acceptedInstead;
    private long refusedOtherwise;

    /** Simulates a candidate; topologies name the buckets that sources stand for. */
    public PolicySimulation(Policy candidate, Function<TopologyRef, Optional<Topology>> topologies) {
        this.candidate = candidate;
        this.topologies = topologies;
    }

    /** How many were judged so far. */
    public long decisions() {
        return decisions;
    }

    /** Judges a bet anew; one that was decided under a policy of another code is none of the candidate's. */
    public void take(PastDecision past) {
        if (!past.policy().code().equals(candidate.code())) {
            return;
        }
        decisions++;
        Plan plan = BetJudgement.judge(candidate, past.bid());
        @Nullable
        RejectionCode refused = plan instanceof Plan.Refused(var rejection, var ignored) ? rejection.code() : null;
        Map<FundingSource, Long> after = refused == null ? PastDecision.funding(plan.sources()) : Map.of();
        count(past, refused, after);
        compare(past, refused, after);
    }

    private void count(PastDecision past, @Nullable RejectionCode refused, Map<FundingSource, Long> after) {
        SourceTotals totals = currencies.computeIfAbsent(past.stake().currency(), currency -> new SourceTotals());
        past.funding().forEach((source, minor) -> totals.before(bucket(past, source), minor));
        after.forEach((source, minor) -> totals.after(bucket(past, source), minor));
        if (past.refused() == null) {
            totals.acceptedBefore(past.stake().amountMinor());
        } else {
            refusalsBefore.merge(past.refused(), 1L, Long::sum);
        }
        if (refused == null) {
            totals.acceptedAfter(past.stake().amountMinor());
        } else {
            refusalsAfter.merge(refused, 1L, Long::sum);
        }
    }

    private void compare(PastDecision past, @Nullable RejectionCode refused, Map<FundingSource, Long> after) {
        Map<FundingSource, Long> before = past.funding();
        if (past.refused() == refused && before.equals(after)) {
            return;
        }
        if (past.refused() == null) {
            if (refused == null) {
                fundedOtherwise++;
            } else {
                refusedInstead++;
            }
        } else if (refused == null) {
            acceptedInstead++;
        } else {
            refusedOtherwise++;
        }
        if (examples.size() < MAX_EXAMPLES) {
            examples.add(example(past, refused, after));
        }
    }

    private static Example example(PastDecision past, @Nullable RejectionCode refused, Map<FundingSource, Long> after) {
        return new Example(
                past.brandId(),
                past.playerId(),
                past.providerId(),
                past.betId(),
                past.stake().amountMinor(),
                past.stake().currency(),
                past.funding(),
                past.refused(),
                after,
                refused);
    }

    private Bucket bucket(PastDecision past, FundingSource source) {
        String code = topologies
                .apply(past.topology())
                .flatMap(topology -> topology.route(past.product()).map(route -> code(topology, route, source)))
                .orElse(source.name());
        return new Bucket(past.topology().code(), code, source);
    }

    private static String code(Topology topology, ProductRoute route, FundingSource source) {
        return switch (source) {
            case COUPON -> source.name();
            case BONUS -> route.bonusBucket();
            case NORMAL -> route.normalBucket();
            case WITHDRAWABLE -> topology.withdrawable();
        };
    }

    /** What differs so far. */
    public SimulationReport report() {
        long different = fundedOtherwise + refusedInstead + acceptedInstead + refusedOtherwise;
        return new SimulationReport(
                decisions,
                decisions - different,
                fundedOtherwise,
                refusedInstead,
                acceptedInstead,
                refusedOtherwise,
                Map.copyOf(refusalsBefore),
                Map.copyOf(refusalsAfter),
                currencies.entrySet().stream()
                        .map(entry -> entry.getValue().report(entry.getKey()))
                        .toList(),
                List.copyOf(examples));
    }
}
