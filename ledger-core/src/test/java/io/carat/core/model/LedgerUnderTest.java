package io.carat.core.model;

import io.carat.core.configuration.ConfigurationCommand.ActivateFirstTopology;
import io.carat.core.configuration.ConfigurationCommand.DefineBrand;
import io.carat.core.configuration.ConfigurationCommand.DefinePolicy;
import io.carat.core.configuration.ConfigurationCommand.DefineTopology;
import io.carat.core.configuration.ConfigurationCommand.RegisterGame;
import io.carat.core.configuration.ConfigurationCommand.RegisterProvider;
import io.carat.core.model.reference.Rules;
import io.carat.core.policy.BetLimits;
import io.carat.core.policy.Contribution;
import io.carat.core.policy.FundingMode;
import io.carat.core.policy.FundingRule;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.PointsTerms;
import io.carat.core.policy.Policy;
import io.carat.core.policy.RollingTerms;
import io.carat.core.policy.SourceLimit;
import io.carat.core.policy.StakeLimits;
import io.carat.core.policy.WithdrawablePolicy;
import io.carat.core.testing.InMemoryLedger;
import io.carat.core.testing.SeedsForTest;
import io.carat.core.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The ledger in memory, set up as the rules of a history say. */
final class LedgerUnderTest {

    private LedgerUnderTest() {}

    static InMemoryLedger of(Rules rules) {
        InMemoryLedger ledger = new InMemoryLedger();
        platform(rules).forEach(ledger::send);
        return ledger;
    }

    /** The commands that set a platform up, all but its policies. */
    static List<Object> platform(Rules rules) {
        List<Object> commands = new ArrayList<>();
        rules.brands().forEach((brand, currencies) -> commands.add(new DefineBrand(brand, currencies, "UTC")));
        for (String provider : rules.providers()) {
            commands.add(new RegisterProvider(provider));
            rules.games().forEach((game, product) -> commands.add(new RegisterGame(provider, game, product)));
        }
        Topology topology = topology(rules);
        commands.add(new DefineTopology(topology));
        commands.add(new ActivateFirstTopology(topology.ref()));
        return commands;
    }

    static DefinePolicy define(Rules.Policy policy) {
        return new DefinePolicy(new Policy(
                policy.code(),
                policy.version(),
                funding(policy),
                limits(policy.limits()),
                rolling(policy.deposit()),
                rolling(policy.bonus()),
                rolling(policy.toNormal()),
                new PointsTerms(100, 10, 30_000),
                Map.of("KRW", policy.lowBalance(), "EUR", policy.lowBalance())));
    }

    private static Topology topology(Rules rules) {
        boolean split =
                !rules.route("SPORTS").normal().equals(rules.route("SLOTS").normal());
        return split ? SeedsForTest.split() : SeedsForTest.unified();
    }

    private static FundingRule funding(Rules.Policy policy) {
        return new FundingRule(
                policy.exclusive() ? FundingMode.EXCLUSIVE : FundingMode.MIXED,
                policy.order().stream().map(FundingSource::valueOf).toList(),
                policy.bounds().entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> FundingSource.valueOf(entry.getKey()), entry -> limit(entry.getValue()))),
                WithdrawablePolicy.valueOf(policy.withdrawable()));
    }

    private static SourceLimit limit(Rules.Bound bound) {
        return new SourceLimit(bound.min(), bound.max(), bound.shareBps());
    }

    private static BetLimits limits(Rules.Limits limits) {
        StakeLimits stakes = new StakeLimits(
                limits.minStake(),
                limits.maxStake(),
                limits.maxPayout(),
                Objects.requireNonNullElse(limits.maxBonusStake(), Long.MAX_VALUE));
        return new BetLimits(Map.of("KRW", stakes, "EUR", stakes), limits.minOdds(), limits.maxOdds());
    }

    private static RollingTerms rolling(Rules.Rolling rolling) {
        return new RollingTerms(
                rolling.multiplier(),
                rolling.rates().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> new Contribution(
                                        entry.getValue().bps(), entry.getValue().minOdds()))));
    }
}
