package io.carat.ops.fake;

import io.carat.ops.client.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One player's buckets, requirements and ledger rows. */
final class FakeWallet {

    static final class Rolling {
        final String id;
        final String bucket;
        final long required;
        long progress;
        String status = "PENDING";

        Rolling(String id, String bucket, long required) {
            this.id = id;
            this.bucket = bucket;
            this.required = required;
        }

        long remaining() {
            return required - progress;
        }
    }

    final Map<String, Long> available = new TreeMap<>();
    final Map<String, Long> held = new TreeMap<>();
    final List<Rolling> rolling = new ArrayList<>();
    final List<Map<String, Object>> rows = new ArrayList<>();
    private final FakeLedger ledger;

    FakeWallet(FakeLedger ledger) {
        this.ledger = ledger;
        for (String bucket :
                List.of("SPORTS_NORMAL", "SPORTS_BONUS", "CASINO_NORMAL", "CASINO_BONUS", "WITHDRAWABLE", "POINTS")) {
            available.put(bucket, 0L);
            held.put(bucket, 0L);
        }
    }

    long available(String bucket) {
        return available.getOrDefault(bucket, 0L);
    }

    void credit(String bucket, long amount, String reason) {
        post(bucket, amount, 0, amount, reason);
    }

    void hold(String bucket, long amount, String reason) {
        post(bucket, -amount, amount, -amount, reason);
    }

    void release(String bucket, long amount, String reason) {
        post(bucket, amount, -amount, amount, reason);
    }

    void take(String bucket, long amount, String reason) {
        post(bucket, 0, -amount, -amount, reason);
    }

    void sweepWhatIsComplete() {
        for (String bucket : List.of("SPORTS_NORMAL", "CASINO_NORMAL")) {
            boolean covered = rolling.stream().anyMatch(one -> one.bucket.equals(bucket) && one.remaining() > 0);
            long amount = available(bucket);
            if (!covered && amount > 0) {
                credit(bucket, -amount, "SWEEP");
                credit("WITHDRAWABLE", amount, "SWEEP");
            }
        }
    }

    void wager(String bucket, long stake) {
        long left = stake;
        for (Rolling one : rolling) {
            if (one.bucket.equals(bucket)) {
                long part = Math.min(left, one.remaining());
                one.progress += part;
                left -= part;
                one.status = one.remaining() == 0 ? "COMPLETED" : one.status;
            }
        }
    }

    Map<String, Object> snapshot() {
        List<Object> buckets = new ArrayList<>();
        available.forEach((type, amount) ->
                buckets.add(Json.object("type", type, "available", amount, "held", held.getOrDefault(type, 0L))));
        List<Object> requirements = new ArrayList<>();
        rolling.forEach(one -> requirements.add(Json.object(
                "requirementId", one.id,
                "bucket", one.bucket,
                "kind", "DEPOSIT",
                "status", one.status,
                "base", one.required,
                "required", one.required,
                "progress", one.progress,
                "remaining", one.remaining())));
        return Json.object("buckets", buckets, "rolling", requirements, "position", ledger.position);
    }

    private void post(String bucket, long availableChange, long heldChange, long amount, String reason) {
        long before = available(bucket);
        available.merge(bucket, availableChange, Long::sum);
        held.merge(bucket, heldChange, Long::sum);
        long entry =
                rows.stream().filter(row -> bucket.equals(row.get("bucket"))).count() + 1;
        rows.add(Json.object(
                "position", ++ledger.position,
                "entry", entry,
                "bucket", bucket,
                "currency", "KRW",
                "reason", reason,
                "amount", amount,
                "before", before,
                "after", available(bucket),
                "held", held.getOrDefault(bucket, 0L)));
    }
}
