package io.carat.projection.testing;

import io.carat.core.bucket.BucketEvent.BucketCredited;
import io.carat.core.bucket.BucketEvent.BucketDebited;
import io.carat.core.bucket.BucketEvent.BucketOpened;
import io.carat.core.bucket.BucketEvent.FundsHeld;
import io.carat.core.bucket.BucketEvent.HoldReturned;
import io.carat.core.bucket.BucketEvent.HoldTaken;
import io.carat.core.bucket.BucketEvent.RequirementActivated;
import io.carat.core.bucket.BucketKey;
import io.carat.core.bucket.Posting;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.TopologyRef;
import io.carat.projection.reconciliation.BucketHistory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes a history down, movement by movement, with the balances that go with it. */
public final class WalletScript implements BucketHistory {

    public static final TopologyRef TOPOLOGY = new TopologyRef("RUBY_SPLIT_V1", 1);

    private final List<Recorded> events = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, long[]> states = new HashMap<>();

    /** The id of a KRW bucket of a player of brand acme. */
    public static String bucket(String playerId, String typeCode) {
        return new BucketKey("acme", playerId, "KRW", TOPOLOGY.code(), typeCode).bucketId();
    }

    /** Everything so far, in order. */
    public List<Recorded> events() {
        return List.copyOf(events);
    }

    /** The global position of the last event. */
    public long position() {
        return events.size();
    }

    @Override
    public void replay(long upToPosition, Consumer<LedgerEvent> reader) {
        events.stream()
                .filter(recorded -> recorded.position() <= upToPosition)
                .map(Recorded::event)
                .forEach(reader);
    }

    public WalletScript append(LedgerEvent event) {
        long sequence = sequences.merge(event.streamId(), 1L, Long::sum) - 1;
        events.add(new Recorded(events.size() + 1L, sequence, event));
        return this;
    }

    public WalletScript open(String bucketId, BucketRole role) {
        return append(new BucketOpened(bucketId, BucketKey.parse(bucketId), role, TOPOLOGY));
    }

    public WalletScript deposit(String bucketId, long amountMinor) {
        String journal = journal();
        return append(new BucketCredited(
                bucketId,
                posting(bucketId, journal, PostingReason.DEPOSIT, SystemAccount.PSP.name(), bucketId, amountMinor),
                null,
                null));
    }

    public WalletScript hold(String bucketId, long amountMinor) {
        return append(new FundsHeld(
                bucketId,
                posting(
                        bucketId,
                        journal(),
                        PostingReason.STAKE,
                        bucketId,
                        SystemAccount.BET_HOLD.name(),
                        amountMinor)));
    }

    public WalletScript giveBack(String bucketId, long amountMinor) {
        return append(new HoldReturned(
                bucketId,
                posting(
                        bucketId,
                        journal(),
                        PostingReason.STAKE_REFUND,
                        SystemAccount.BET_HOLD.name(),
                        bucketId,
                        amountMinor)));
    }

    public WalletScript take(String bucketId, long amountMinor) {
        return append(new HoldTaken(
                bucketId,
                posting(
                        bucketId,
                        journal(),
                        PostingReason.STAKE_TAKEN,
                        SystemAccount.BET_HOLD.name(),
                        SystemAccount.HOUSE.name(),
                        amountMinor)));
    }

    /** Moves money between two buckets: two events, one journal. */
    public WalletScript sweep(String fromBucketId, String toBucketId, long amountMinor) {
        String journal = journal();
        append(new BucketDebited(
                fromBucketId,
                posting(fromBucketId, journal, PostingReason.SWEEP, fromBucketId, toBucketId, amountMinor)));
        return append(new BucketCredited(
                toBucketId,
                posting(toBucketId, journal, PostingReason.SWEEP, fromBucketId, toBucketId, amountMinor),
                null,
                null));
    }

    public WalletScript activateRequirement(String bucketId) {
        return append(new RequirementActivated(bucketId, "acme.requirement.1"));
    }

    private String journal() {
        return "journal-" + (events.size() + 1);
    }

    private Posting posting(
            String bucketId, String journalId, PostingReason reason, String from, String to, long amountMinor) {
        long[] state = states.computeIfAbsent(bucketId, id -> new long[3]);
        long before = state[0];
        state[0] += (to.equals(bucketId) ? amountMinor : 0) - (from.equals(bucketId) ? amountMinor : 0);
        state[1] += isHold(to) - isHold(from) > 0 ? amountMinor : isHold(to) - isHold(from) < 0 ? -amountMinor : 0;
        state[2]++;
        @Nullable Integer leg = reason == PostingReason.STAKE ? Integer.valueOf(1) : null;
        return new Posting(
                state[2], journalId, reason, from, to, amountMinor, before, state[0], state[1], "reference-1", leg);
    }

    private static int isHold(String account) {
        return account.equals(SystemAccount.BET_HOLD.name()) ? 1 : 0;
    }
}
