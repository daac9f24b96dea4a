package io.carat.core.model.reference;

import io.carat.core.model.reference.Bet.Count;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which part of a settled stake counts to which need (§4). */
final class Counting {

    private record Open(Bucket bucket, Need need) {}

    private final Bet bet;
    private final List<Open> all = new ArrayList<>();
    /** What is left of each leg to be counted. */
    private final long[] left;

    Counting(Bet bet) {
        this.bet = bet;
        this.left = bet.remaining.clone();
    }

    /** Each unit of stake counts once, by priority, then sequence; only for needs that were there before the bet. */
    void attribute() {
        Set<Bucket> buckets = new LinkedHashSet<>();
        for (int leg = 0; leg < left.length; leg++) {
            if (bet.legs.get(leg).counts()) {
                buckets.add(bet.source(leg));
            }
        }
        if (!buckets.isEmpty()) {
            buckets.add(bet.wallet.bucket(bet.route.bonus()));
        }
        for (Bucket bucket : buckets) {
            for (Need need : List.copyOf(bucket.needs)) {
                all.add(new Open(bucket, need));
            }
        }
        all.stream().sorted(Comparator.comparing(Open::need, Need.ORDER)).forEach(this::count);
        buckets.forEach(bet.wallet::completeMet);
    }

    private void count(Open open) {
        Need need = open.need;
        int rate = need.rate(bet.route.product(), bet.terms.odds());
        boolean counts = rate > 0 && need.suspendedBy == null && need.born < bet.step;
        List<Integer> legs = counts ? eligible(open) : List.of();
        long stake = legs.stream().mapToLong(leg -> left[leg]).sum();
        if (stake == 0) {
            return;
        }
        long consumed = Shares.consumed(stake, need.remaining(), rate);
        long progress = Math.min(need.remaining(), Shares.floor(consumed, rate));
        long ofNormal = Math.min(progress, Shares.floor(consume(legs, consumed), rate));
        need.progress += progress;
        need.ofNormal += ofNormal;
        bet.counts.add(new Count(open.bucket, need, progress, ofNormal));
    }

    /** NORMAL legs for a need in NORMAL, BONUS legs for a bonus, both for a deposit and its bonus. */
    private List<Integer> eligible(Open open) {
        boolean both = open.need.bonus != null && open.need.bonus.terms.deposit() != null;
        List<Integer> legs = new ArrayList<>();
        for (int leg = 0; leg < left.length; leg++) {
            Bet.Leg of = bet.legs.get(leg);
            if (of.counts() && (bet.source(leg) == open.bucket || (both && of.isNormal()))) {
                legs.add(leg);
            }
        }
        return legs;
    }

    /** Takes it from BONUS legs first; says how much of it is NORMAL's. */
    private long consume(List<Integer> legs, long consumed) {
        long ofNormal = 0;
        long need = consumed;
        List<Integer> order = new ArrayList<>(legs);
        order.sort(Comparator.comparing(leg -> bet.legs.get(leg).isNormal()));
        for (int leg : order) {
            long part = Math.min(need, left[leg]);
            left[leg] -= part;
            need -= part;
            ofNormal += bet.legs.get(leg).isNormal() ? part : 0;
        }
        return ofNormal;
    }
}
