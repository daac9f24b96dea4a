package io.carat.core.model.reference;

import io.carat.core.model.reference.Rules.Bound;
import io.carat.core.model.reference.Rules.Limits;
import io.carat.core.model.reference.Rules.Policy;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which source gives what to a stake, and what a bet may be (§2). */
final class Funding {

    private static final Bound UNBOUND = new Bound(0, Long.MAX_VALUE, 10_000);

    private Funding() {}

    /** What each source gives, in order; less than the stake in all where it cannot be funded. */
    static Map<String, Long> plan(Policy policy, long stake, Map<String, Long> available) {
        Map<String, Long> taken = new LinkedHashMap<>();
        long need = stake;
        for (String source : walk(policy)) {
            Bound bound = policy.bounds().getOrDefault(source, UNBOUND);
            long take = Math.min(need, available.getOrDefault(source, 0L));
            take = Math.min(take, Math.min(bound.max(), Shares.floor(stake, bound.shareBps())));
            boolean counts = take >= bound.min() && (!policy.exclusive() || take == stake);
            if (counts && take > 0) {
                taken.put(source, take);
                need -= take;
            }
        }
        return taken;
    }

    private static List<String> walk(Policy policy) {
        List<String> walk = new ArrayList<>(policy.order());
        String place = policy.withdrawable();
        if (place.startsWith("FIRST")) {
            walk.add(walk.indexOf("COUPON") + 1, Rules.WITHDRAWABLE);
        } else if (place.startsWith("LAST_RESORT")) {
            walk.add(Rules.WITHDRAWABLE);
        }
        return walk;
    }

    static boolean isWithin(Limits limits, long stake, @Nullable Integer odds) {
        boolean stakeFits = stake >= limits.minStake() && stake <= limits.maxStake();
        boolean oddsFit = odds == null
                || (odds >= limits.minOdds()
                        && odds <= limits.maxOdds()
                        && Shares.win(stake, odds).compareTo(BigInteger.valueOf(limits.maxPayout())) <= 0);
        return stakeFits && oddsFit;
    }
}
