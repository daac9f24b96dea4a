package io.carat.ops.fake;

import io.carat.ops.client.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A bet of the fake server: its legs, and what of each is still open. */
final class FakeBet {

    final String id;
    final FakeWallet wallet;
    final String player;
    String status = "AUTHORIZED";
    private final List<String> sources = new ArrayList<>();
    private final List<String> buckets = new ArrayList<>();
    private final List<Long> stakes = new ArrayList<>();
    private final List<Long> open = new ArrayList<>();

    FakeBet(String id, FakeWallet wallet, String player) {
        this.id = id;
        this.wallet = wallet;
        this.player = player;
    }

    void leg(String source, String bucket, long stake) {
        if (stake > 0) {
            sources.add(source);
            buckets.add(bucket);
            stakes.add(stake);
            open.add(stake);
            wallet.hold(bucket, stake, "STAKE");
        }
    }

    long stake() {
        return sum(stakes);
    }

    long openStake() {
        return sum(open);
    }

    List<Map<String, Object>> funding() {
        return parts(stakes);
    }

    List<Map<String, Object>> refund(long amount) {
        List<Long> parts = split(amount, open);
        for (int i = 0; i < parts.size(); i++) {
            wallet.release(buckets.get(i), parts.get(i), "STAKE_REFUND");
            open.set(i, open.get(i) - parts.get(i));
        }
        return parts(parts);
    }

    List<Map<String, Object>> pay(long amount, boolean forgotten) {
        List<Long> parts = split(amount, stakes);
        for (int i = 0; i < parts.size() && !forgotten; i++) {
            wallet.credit(buckets.get(i), parts.get(i), "PAYOUT");
        }
        return parts(parts);
    }

    void take() {
        for (int i = 0; i < open.size(); i++) {
            wallet.take(buckets.get(i), open.get(i), "STAKE_TAKEN");
            if (sources.get(i).equals("NORMAL")) {
                wallet.wager(buckets.get(i), open.get(i));
            }
        }
    }

    private List<Map<String, Object>> parts(List<Long> amounts) {
        List<Map<String, Object>> parts = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            parts.add(Json.object(
                    "leg", i + 1, "source", sources.get(i), "bucket", buckets.get(i), "amount", amounts.get(i)));
        }
        return parts;
    }

    /** Floors, then one unit each to the largest remainders. */
    private static List<Long> split(long amount, List<Long> weights) {
        long total = Math.max(1, sum(weights));
        List<Long> parts = new ArrayList<>(
                weights.stream().map(weight -> amount * weight / total).toList());
        boolean[] topped = new boolean[weights.size()];
        for (long left = amount - sum(parts); left > 0; left--) {
            int best = -1;
            for (int i = 0; i < weights.size(); i++) {
                boolean larger = best < 0 || amount * weights.get(i) % total > amount * weights.get(best) % total;
                best = !topped[i] && larger ? i : best;
            }
            topped[best] = true;
            parts.set(best, parts.get(best) + 1);
        }
        return parts;
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }
}
