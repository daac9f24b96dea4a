package io.carat.core.wallet;

import io.carat.core.bucket.BonusTerms;
import io.carat.core.bucket.BucketEvent;
import io.carat.core.bucket.BucketEvent.BucketCredited;
import io.carat.core.bucket.BucketEvent.BucketDebited;
import io.carat.core.bucket.BucketEvent.BucketOpened;
import io.carat.core.bucket.BucketEvent.FundsHeld;
import io.carat.core.bucket.BucketEvent.HoldReturned;
import io.carat.core.bucket.BucketEvent.HoldTaken;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.PointsEvent;
import io.carat.core.bucket.Posting;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.rolling.RequirementTerms;
import io.carat.core.topology.BucketRole;
import io.carat.core.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What one decision does to a wallet: it starts from the buckets as loaded, and each step is an event and the state
 * after it, so that a later step of the same decision sees the earlier ones. Amounts are minor units; a step of 0 is no
 * step. It lives for one decision and is not shared.
 */
public final class WalletMovement {

    private final Wallet wallet;
    private final List<LedgerEvent> events = new ArrayList<>();

    /** A movement that starts from these buckets. */
    public WalletMovement(Wallet wallet) {
        this.wallet = wallet.copy();
    }

    /** The bucket of this type as the movement has left it so far. */
    public BucketState bucket(String bucketTypeCode) {
        return wallet.bucket(bucketTypeCode);
    }

    /** The topology that the wallet's buckets belong to. */
    Topology topology() {
        return wallet.topology();
    }

    /** The types of a role that the movement may touch. */
    public List<String> loaded(BucketRole role) {
        return wallet.loaded(role);
    }

    /** The code of the wallet's WITHDRAWABLE bucket. */
    public String withdrawable() {
        return wallet.topology().withdrawable();
    }

    /** The movement's events so far, in order. */
    public List<LedgerEvent> events() {
        return List.copyOf(events);
    }

    /** Money arrives from a system account; the bucket is opened if this is its first. */
    public void credit(String type, Journal journal, PostingReason reason, SystemAccount from, long amountMinor) {
        credit(type, journal, reason, from.name(), amountMinor, null, null);
    }

    /** Money arrives from a system account and carries a requirement, a bonus, or both. */
    public void creditCovered(
            String type,
            Journal journal,
            PostingReason reason,
            SystemAccount from,
            long amountMinor,
            RequirementTerms requirement,
            @Nullable BonusTerms bonus) {
        credit(type, journal, reason, from.name(), amountMinor, requirement, bonus);
    }

    /** Available money leaves to a system account. */
    public void debit(String type, Journal journal, PostingReason reason, SystemAccount to, long amountMinor) {
        debit(type, journal, reason, to.name(), amountMinor);
    }

    /** Available money goes from one bucket of the wallet to another, both sides in one journal. */
    public void transfer(String fromType, String toType, Journal journal, PostingReason reason, long amountMinor) {
        String fromId = bucket(fromType).id();
        debit(fromType, journal, reason, bucket(toType).id(), amountMinor);
        credit(toType, journal, reason, fromId, amountMinor, null, null);
    }

    /** Available money is held. */
    public void hold(String type, Journal journal, PostingReason reason, SystemAccount hold, long amountMinor) {
        if (amountMinor > 0) {
            BucketState bucket = bucket(type);
            Posting posting = posting(bucket, journal, reason, amountMinor, -amountMinor, amountMinor)
                    .between(bucket.id(), hold.name());
            record(new FundsHeld(bucket.id(), posting));
        }
    }

    /** Held money is available again. */
    public void returnHold(String type, Journal journal, PostingReason reason, SystemAccount hold, long amountMinor) {
        if (amountMinor > 0) {
            BucketState bucket = bucket(type);
            Posting posting = posting(bucket, journal, reason, amountMinor, amountMinor, -amountMinor)
                    .between(hold.name(), bucket.id());
            record(new HoldReturned(bucket.id(), posting));
        }
    }

    /** Held money goes to a system account. */
    public void takeHold(
            String type,
            Journal journal,
            PostingReason reason,
            SystemAccount hold,
            SystemAccount to,
            long amountMinor) {
        if (amountMinor > 0) {
            BucketState bucket = bucket(type);
            Posting posting = posting(bucket, journal, reason, amountMinor, 0, -amountMinor)
                    .between(hold.name(), to.name());
            record(new HoldTaken(bucket.id(), posting));
        }
    }

    /**
     * Money goes from one system account to another on behalf of a bucket, whose own balance stays; the bucket is opened
     * if this is its first.
     */
    void book(
            String type,
            Journal journal,
            PostingReason reason,
            SystemAccount from,
            SystemAccount to,
            long amountMinor,
            BiFunction<String, Posting, BucketEvent> event) {
        open(type);
        BucketState bucket = bucket(type);
        Posting posting = posting(bucket, journal, reason, amountMinor, 0, 0).between(from.name(), to.name());
        record(event.apply(bucket.id(), posting));
    }

    /**
     * Points come from POINTS_ISSUE, above 0, or go there, below 0; the POINTS bucket is opened if this is its first.
     *
     * @param event of the bucket's id and the posting
     */
    public void issue(
            Journal journal, PostingReason reason, long change, BiFunction<String, Posting, PointsEvent> event) {
        String type = wallet.topology().points();
        open(type);
        BucketState bucket = bucket(type);
        String issue = SystemAccount.POINTS_ISSUE.name();
        UnaddressedPosting posting = posting(bucket, journal, reason, Math.abs(change), change, 0);
        record(event.apply(
                bucket.id(), change > 0 ? posting.between(issue, bucket.id()) : posting.between(bucket.id(), issue)));
    }

    /** Opens a bucket that never was. */
    public void open(String type) {
        if (!wallet.isOpened(type)) {
            BucketState bucket = bucket(type);
            record(new BucketOpened(
                    bucket.id(), bucket.key(), bucket.role(), wallet.topology().ref()));
        }
    }

    /** Adds an event of one of the wallet's buckets. */
    public void record(BucketEvent event) {
        wallet.apply(event);
        events.add(event);
    }

    private void credit(
            String type,
            Journal journal,
            PostingReason reason,
            String from,
            long amountMinor,
            @Nullable RequirementTerms requirement,
            @Nullable BonusTerms bonus) {
        if (amountMinor > 0) {
            open(type);
            BucketState bucket = bucket(type);
            Posting posting = posting(bucket, journal, reason, amountMinor, amountMinor, 0)
                    .between(from, bucket.id());
            record(new BucketCredited(bucket.id(), posting, requirement, bonus));
        }
    }

    private void debit(String type, Journal journal, PostingReason reason, String to, long amountMinor) {
        if (amountMinor > 0) {
            BucketState bucket = bucket(type);
            Posting posting = posting(bucket, journal, reason, amountMinor, -amountMinor, 0)
                    .between(bucket.id(), to);
            record(new BucketDebited(bucket.id(), posting));
        }
    }

    private static UnaddressedPosting posting(
            BucketState bucket,
            Journal journal,
            PostingReason reason,
            long amountMinor,
            long availableDelta,
            long heldDelta) {
        return (from, to) -> new Posting(
                bucket.entry() + 1,
                journal.journalId(),
                reason,
                from,
                to,
                amountMinor,
                bucket.availableMinor(),
                Math.addExact(bucket.availableMinor(), availableDelta),
                Math.addExact(bucket.heldMinor(), heldDelta),
                journal.referenceId(),
                journal.leg());
    }

    private interface UnaddressedPosting {
        Posting between(String fromAccount, String toAccount);
    }
}
