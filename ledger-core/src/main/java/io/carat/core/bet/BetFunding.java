package io.carat.core.bet;

import io.carat.core.bet.SourceShare.HeldBack;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Bps;
import io.carat.core.policy.FundingMode;
import io.carat.core.policy.FundingRule;
import io.carat.core.policy.FundingSource;
import io.carat.core.policy.SourceLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which source gives what to a stake (rule book §2). */
public final class BetFunding {

    private final FundingRule rule;
    private final long stakeMinor;
    private final List<SourceShare> shares = new ArrayList<>();
    private long needMinor;

    private BetFunding(FundingRule rule, long stakeMinor) {
        this.rule = rule;
        this.stakeMinor = stakeMinor;
        this.needMinor = stakeMinor;
    }

    /** A stake that adds up, or why it does not; both with what each source gave and why no more, in the order walked. */
    public sealed interface Plan {
        /** Every source that the rule knows. */
        List<SourceShare> sources();

        /** The parts add up to the stake. */
        record Funded(List<SourceShare> sources) implements Plan {
            public Funded {
                sources = List.copyOf(sources);
            }

            /** The sources that give something. */
            public List<SourceShare> parts() {
                return sources.stream().filter(share -> share.takenMinor() > 0).toList();
            }
        }

        /** The permitted sources do not cover the stake. */
        record Refused(Rejection rejection, List<SourceShare> sources) implements Plan {
            public Refused {
                sources = List.copyOf(sources);
            }
        }
    }

    /**
     * Walks the rule's sources in order: take = min(need, available, max, floor(stake × share / 10000)); a take below the
     * source's minimum counts as 0. Where sources are not mixed, only a take of the whole stake counts.
     *
     * @param stakeMinor above 0, in minor units
     * @param available per source, in minor units; a source that is absent has nothing
     */
    public static Plan plan(long stakeMinor, FundingRule rule, Map<FundingSource, Long> available) {
        return new BetFunding(rule, stakeMinor).walk(available);
    }

    private Plan walk(Map<FundingSource, Long> available) {
        order().forEach(source -> shares.add(take(source, available.getOrDefault(source, 0L))));
        if (needMinor == 0) {
            return new Plan.Funded(shares);
        }
        return new Plan.Refused(insufficient(), shares);
    }

    private Rejection insufficient() {
        return switch (rule.mode()) {
            case MIXED -> Rejection.insufficientFunds(stakeMinor, stakeMinor - needMinor);
            case EXCLUSIVE ->
                Rejection.of(
                        RejectionCode.INSUFFICIENT_FUNDS,
                        "No permitted source alone covers " + stakeMinor + " (minor units).");
        };
    }

    /** The rule's order with WITHDRAWABLE put where the withdrawable policy alone decides. */
    private List<FundingSource> order() {
        List<FundingSource> order = new ArrayList<>(rule.order());
        switch (rule.withdrawable().place()) {
            case FIRST -> order.add(order.indexOf(FundingSource.COUPON) + 1, FundingSource.WITHDRAWABLE);
            case LAST, NOWHERE -> order.add(FundingSource.WITHDRAWABLE);
        }
        return order;
    }

    private SourceShare take(FundingSource source, long availableMinor) {
        Taken taken = possible(source, availableMinor);
        needMinor -= taken.minor;
        return new SourceShare(source, availableMinor, taken.minor, taken.heldBack);
    }

    private Taken possible(FundingSource source, long availableMinor) {
        if (source == FundingSource.WITHDRAWABLE && !rule.withdrawable().mayBet()) {
            return Taken.nothing(HeldBack.FORBIDDEN);
        }
        if (needMinor == 0) {
            return Taken.nothing(HeldBack.NOT_NEEDED);
        }
        Taken most = most(rule.limit(source), availableMinor);
        if (most.minor < rule.limit(source).minMinor()) {
            return Taken.nothing(availableMinor == 0 ? HeldBack.EMPTY : HeldBack.BELOW_MINIMUM);
        }
        boolean tooLittle = rule.mode() == FundingMode.EXCLUSIVE && most.minor > 0 && most.minor < stakeMinor;
        return tooLittle ? Taken.nothing(HeldBack.NOT_THE_WHOLE) : most;
    }

    private Taken most(SourceLimit limit, long availableMinor) {
        long shareMinor = Bps.floorOf(stakeMinor, limit.maxShareBps());
        long mostMinor = Math.min(Math.min(needMinor, availableMinor), Math.min(limit.maxMinor(), shareMinor));
        if (mostMinor == needMinor) {
            return new Taken(mostMinor, null);
        }
        if (mostMinor == availableMinor) {
            return new Taken(mostMinor, availableMinor == 0 ? HeldBack.EMPTY : HeldBack.BALANCE);
        }
        return new Taken(mostMinor, mostMinor == limit.maxMinor() ? HeldBack.MAXIMUM : HeldBack.SHARE);
    }

    private record Taken(long minor, @Nullable HeldBack heldBack) {

        static Taken nothing(HeldBack heldBack) {
            return new Taken(0, heldBack);
        }
    }
}
