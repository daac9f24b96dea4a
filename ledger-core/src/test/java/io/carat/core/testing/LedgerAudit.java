package io.carat.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.carat.core.LedgerTypes;
import io.carat.core.bet.BetEvent;
import io.carat.core.bet.BetState;
import io.carat.core.bet.Leg;
import io.carat.core.bucket.BucketEvent;
import io.carat.core.bucket.BucketEvent.Posted;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.Posting;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.Receivable;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.coupon.CouponEvent;
import io.carat.core.coupon.CouponState;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.eventstore.names.StableNameSerializer;
import io.carat.core.points.PointsTransferEvent.PointsTransferred;
import io.carat.core.topology.BucketRole;
import io.carat.core.win.WinEvent.WinRecorded;
import io.carat.core.withdrawal.WithdrawalEvent;
import io.carat.core.withdrawal.WithdrawalState;
import io.carat.core.withdrawal.WithdrawalStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Replays a ledger's events out of their stored form, beside the ledger and by its own sums, and says after every
 * command whether the books hold (rule book §1, §10).
 */
public final class LedgerAudit {

    private static final StableNameSerializer STORED = LedgerTypes.eventSerializer();

    private final Map<String, BucketState> buckets = new TreeMap<>();
    private final Map<String, CouponState> coupons = new TreeMap<>();
    private final Map<String, BetState> bets = new HashMap<>();
    private final Map<String, WithdrawalState> withdrawals = new HashMap<>();
    private final Map<String, Long> systemAccounts = new HashMap<>();
    private long promisedMinor;

    /** Follows the events of one command and checks that the books hold after it. */
    public void follow(List<LedgerEvent> command) {
        command.forEach(this::replay);
        assertThatTransfersHaveTwoSides(command);
        assertThatNoMoneyAppearsOrVanishes();
        assertThatHoldsAreOpenLegsAndOpenWithdrawals();
        assertThat(-balance(SystemAccount.PROMO)).as("PROMO").isEqualTo(promisedMinor);
        assertThat(-balance(SystemAccount.POINTS_ISSUE)).as("POINTS_ISSUE").isEqualTo(points());
        buckets.values().forEach(LedgerAudit::assertThatCoverHolds);
    }

    /** Every bucket as the events left it, by id. */
    public Map<String, BucketState> buckets() {
        return Map.copyOf(buckets);
    }

    /** Every coupon grant as the events left it, by id. */
    public Map<String, CouponState> coupons() {
        return Map.copyOf(coupons);
    }

    /** Every bucket but for the number of its last ledger row. */
    public Map<String, BucketState> bucketsWithoutEntries() {
        return buckets.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> {
            BucketState it = one.getValue();
            return new BucketState(
                    it.key(),
                    it.role(),
                    it.availableMinor(),
                    it.heldMinor(),
                    0,
                    it.rolling(),
                    it.bonuses(),
                    it.receivables(),
                    it.lots());
        }));
    }

    private void replay(LedgerEvent event) {
        LedgerEvent stored = STORED.deserialize(STORED.serialize(event, String.class));
        switch (stored) {
            case BucketEvent it -> {
                buckets.put(it.bucketId(), BucketState.evolve(buckets.get(it.bucketId()), it));
                if (it instanceof Posted posted) {
                    book(posted.posting());
                    promisedMinor += posted.posting().reason() == PostingReason.BONUS_GRANT
                            ? posted.posting().amountMinor()
                            : 0;
                }
            }
            case CouponEvent it -> {
                coupons.put(it.grantId(), CouponState.evolve(coupons.get(it.grantId()), it));
                if (it instanceof CouponEvent.Posted posted) {
                    book(posted.posting());
                    promisedMinor += promised(posted);
                }
            }
            case PointsTransferred it -> promisedMinor += it.amount().amountMinor();
            case WinRecorded it -> promisedMinor += it.payout().amountMinor();
            case BetEvent it -> bets.put(it.streamId(), BetState.evolve(bets.get(it.streamId()), it));
            case WithdrawalEvent it ->
                withdrawals.put(it.streamId(), WithdrawalState.evolve(withdrawals.get(it.streamId()), it));
            default -> {}
        }
    }

    /** What a grant's event promises more of PROMO, or less where it is below 0; in minor units. */
    private static long promised(CouponEvent.Posted event) {
        long minor = event.posting().amountMinor();
        return switch (event.posting().reason()) {
            case COUPON_GRANT -> minor;
            case COUPON_EXPIRY, COUPON_REVOCATION -> -minor;
            default -> 0;
        };
    }

    private void book(Posting posting) {
        assertThat(posting.amountMinor()).isPositive();
        assertThat(posting.fromAccount()).isNotEqualTo(posting.toAccount());
        if (isSystemAccount(posting.fromAccount())) {
            systemAccounts.merge(posting.fromAccount(), -posting.amountMinor(), Math::addExact);
        }
        if (isSystemAccount(posting.toAccount())) {
            systemAccounts.merge(posting.toAccount(), posting.amountMinor(), Math::addExact);
        }
    }

    private static void assertThatTransfersHaveTwoSides(List<LedgerEvent> command) {
        Map<String, Long> net = new HashMap<>();
        for (LedgerEvent event : command) {
            if (event instanceof Posted posted) {
                Posting posting = posted.posting();
                if (!isSystemAccount(posting.fromAccount()) && !isSystemAccount(posting.toAccount())) {
                    boolean gives = posting.fromAccount().equals(posted.bucketId());
                    assertThat(gives || posting.toAccount().equals(posted.bucketId()))
                            .isTrue();
                    net.merge(posting.journalId(), gives ? -posting.amountMinor() : posting.amountMinor(), Long::sum);
                }
            }
        }
        assertThat(net.values()).as("each journal nets to zero").containsOnly(net.isEmpty() ? new Long[0] : zero());
    }

    private static Long[] zero() {
        return new Long[] {0L};
    }

    private void assertThatNoMoneyAppearsOrVanishes() {
        long players =
                buckets.values().stream().mapToLong(BucketState::availableMinor).sum()
                        + coupons.values().stream()
                                .mapToLong(grant -> grant.amounts().remaining())
                                .sum();
        long system =
                systemAccounts.values().stream().mapToLong(Long::longValue).sum();
        assertThat(players + system)
                .as("buckets %s and system accounts %s", players, systemAccounts)
                .isZero();
    }

    private void assertThatHoldsAreOpenLegsAndOpenWithdrawals() {
        Map<String, Long> open = new HashMap<>();
        long stakes = 0;
        for (BetState state : bets.values()) {
            if (state instanceof BetState.Bet bet && bet.isOpen()) {
                for (Leg leg : bet.terms().legs()) {
                    long openMinor = bet.remainingMinor().get(leg.number() - 1);
                    open.merge(leg.bucketId(), openMinor, Math::addExact);
                    stakes += openMinor;
                }
            }
        }
        long payments = 0;
        for (WithdrawalState withdrawal : withdrawals.values()) {
            if (isOpen(withdrawal.status())) {
                long amountMinor = withdrawal.terms().amount().amountMinor();
                open.merge(withdrawal.terms().bucketId(), amountMinor, Math::addExact);
                payments += amountMinor;
            }
        }
        buckets.forEach((id, bucket) ->
                assertThat(bucket.heldMinor()).as("held in %s", id).isEqualTo(open.getOrDefault(id, 0L)));
        coupons.forEach((id, grant) ->
                assertThat(grant.amounts().reserved()).as("reserved of %s", id).isEqualTo(open.getOrDefault(id, 0L)));
        assertThat(balance(SystemAccount.BET_HOLD)).as("BET_HOLD").isEqualTo(stakes);
        assertThat(balance(SystemAccount.WITHDRAW_HOLD)).as("WITHDRAW_HOLD").isEqualTo(payments);
        assertThat(-balance(SystemAccount.RECEIVABLE)).as("RECEIVABLE").isEqualTo(owedMinor());
    }

    private long owedMinor() {
        return buckets.values().stream()
                .flatMap(bucket -> bucket.receivables().stream())
                .mapToLong(Receivable::openMinor)
                .sum();
    }

    private static void assertThatCoverHolds(BucketState bucket) {
        if (bucket.role() == BucketRole.NORMAL && bucket.availableMinor() > 0) {
            assertThat(bucket.isCovered()).as("%s is covered", bucket).isTrue();
        }
        if (bucket.role() == BucketRole.BONUS) {
            assertThat(bucket.activeBonus() != null)
                    .as("%s runs a bonus", bucket)
                    .isEqualTo(bucket.isCovered());
            assertThat(bucket.isCovered() || bucket.availableMinor() == 0)
                    .as("%s keeps nothing of an ended bonus", bucket)
                    .isTrue();
        }
        if (bucket.role() == BucketRole.WITHDRAWABLE) {
            assertThat(bucket.isCovered()).isFalse();
            assertThat(bucket.receivables()).allMatch(debt -> debt.openMinor() > 0);
        }
        assertThat(bucket.requirements()).allMatch(open -> open.remainingMinor() > 0);
        assertThat(bucket.endedBonuses().values())
                .allMatch(ended -> ended.capMinor() == null || ended.convertedMinor() <= ended.capMinor());
    }

    private long balance(SystemAccount account) {
        return systemAccounts.getOrDefault(account.name(), 0L);
    }

    /** All points that players have: each bucket's open lots are its balance. */
    private long points() {
        long points = 0;
        for (BucketState bucket : buckets.values()) {
            assertThat(bucket.lots().points())
                    .as("lots of %s", bucket.id())
                    .isEqualTo(bucket.role() == BucketRole.POINTS ? bucket.availableMinor() : 0);
            points += bucket.lots().points();
        }
        return points;
    }

    private static boolean isOpen(WithdrawalStatus status) {
        return switch (status) {
            case HELD, APPROVED, PAYING -> true;
            case PAID, REJECTED, CANCELLED, FAILED -> false;
        };
    }

    private static boolean isSystemAccount(String account) {
        return !account.startsWith("bucket:") && !account.contains(".grant.");
    }
}
