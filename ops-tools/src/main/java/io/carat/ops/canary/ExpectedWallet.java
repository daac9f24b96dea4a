package io.carat.ops.canary;

import io.carat.ops.client.LegAmount;
import io.carat.ops.client.Wallet;
import io.carat.ops.client.Wallet.Bucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The balances that the wallet must have, computed from those before and from what was answered since. */
final class ExpectedWallet {

    private final Map<String, Long> available = new TreeMap<>();
    private final Map<String, Long> held = new TreeMap<>();

    ExpectedWallet(Wallet before) {
        for (Bucket bucket : before.buckets()) {
            available.put(bucket.type(), bucket.available());
            held.put(bucket.type(), bucket.held());
        }
    }

    long available(String bucket) {
        return available.getOrDefault(bucket, 0L);
    }

    void credit(String bucket, long amount) {
        available.merge(bucket, amount, Math::addExact);
    }

    void hold(String bucket, long amount) {
        credit(bucket, -amount);
        held.merge(bucket, amount, Math::addExact);
    }

    /** What was held is gone: taken by the house or paid out. */
    void take(String bucket, long amount) {
        held.merge(bucket, -amount, Math::addExact);
    }

    void holdLegs(List<LegAmount> legs) {
        legs.forEach(leg -> hold(leg.bucket(), leg.amount()));
    }

    void takeLegs(List<LegAmount> legs) {
        legs.forEach(leg -> take(leg.bucket(), leg.amount()));
    }

    void creditLegs(List<LegAmount> legs) {
        legs.forEach(leg -> credit(leg.bucket(), leg.amount()));
    }

    /** All that is available moves; the amount. */
    long sweep(String from, String to) {
        long amount = available(from);
        credit(from, -amount);
        credit(to, amount);
        return amount;
    }

    /** Fails, naming every bucket that differs. */
    void requireEqual(Wallet actual) {
        List<String> differences = new ArrayList<>();
        for (Bucket bucket : actual.buckets()) {
            long wanted = available(bucket.type());
            long wantedHeld = held.getOrDefault(bucket.type(), 0L);
            if (bucket.available() != wanted || bucket.held() != wantedHeld) {
                differences.add(bucket.type() + " is " + bucket.available() + " held " + bucket.held() + ", must be "
                        + wanted + " held " + wantedHeld);
            }
        }
        available.keySet().stream()
                .filter(type -> isMissing(type, actual))
                .forEach(type -> differences.add(type + " is missing"));
        CheckFailed.unless(differences.isEmpty(), String.join("; ", differences));
    }

    private boolean isMissing(String type, Wallet actual) {
        return available(type) != 0
                && actual.buckets().stream().noneMatch(bucket -> bucket.type().equals(type));
    }
}
