package io.carat.core.model.reference;

import io.carat.core.model.reference.Rules.Policy;
import io.carat.core.model.reference.Rules.Route;
import io.carat.core.model.reference.Step.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A bet that was accepted: what was decided then, and what became of it (§3). */
final class Bet {

    enum Status {
        AUTHORIZED,
        PARTIALLY_SETTLED,
        SETTLED,
        VOIDED,
        ROLLED_BACK
    }

    /** One source's part of the stake. */
    record Leg(
            String source,
            String type,
            long stake,
            @Nullable Bonus bonus,
            @Nullable Coupon coupon) {
        boolean isMoney() {
            return coupon == null
                    ? !source.equals("BONUS")
                    : !coupon.campaign.target().equals("BONUS");
        }

        boolean isNormal() {
            return source.equals("NORMAL");
        }

        boolean counts() {
            return coupon == null && !source.equals(Rules.WITHDRAWABLE);
        }

        /** Whether what it is paid is no longer its bonus's. */
        boolean isLate() {
            return bonus != null && bonus.isOver();
        }
    }

    /** What the bet counted towards a need. */
    record Count(Bucket bucket, Need need, long progress, long ofNormal) {}

    /** A settlement as it stands. */
    static final class Payment {
        final String txn;
        final long[] weights;
        final List<String> correctedBy = new ArrayList<>();
        final List<Need> needs = new ArrayList<>();
        /** What was deducted of the coupon's share, and the bonus that took the rest in. */
        long deducted;

        @Nullable
        Bonus took;

        /** The need of the coupon's share. */
        @Nullable
        Need couponNeed;

        long[] paid;
        long[] refunded;

        Payment(String txn, long[] weights, long[] paid, long[] refunded) {
            this.txn = txn;
            this.weights = weights;
            this.paid = paid;
            this.refunded = refunded;
        }
    }

    final Place terms;
    final int step;
    final Player player;
    final Wallet wallet;
    final Route route;
    final Policy policy;
    final List<Leg> legs;
    /** Whether a deposit with its bonus was running that its NORMAL legs count to. */
    final boolean isLinked;

    final List<Payment> payments = new ArrayList<>();
    final List<Count> counts = new ArrayList<>();
    /** Of a coupon's stake, what was deducted from what it won so far, or refunded. */
    long deducted;

    long[] remaining;
    Status status = Status.AUTHORIZED;

    Bet(Place terms, int step, Player player, Route route, Policy policy, List<Leg> legs, boolean isLinked) {
        this.isLinked = isLinked;
        this.terms = terms;
        this.step = step;
        this.player = player;
        this.wallet = Objects.requireNonNull(player.wallets.get(terms.currency()));
        this.route = route;
        this.policy = policy;
        this.legs = legs;
        this.remaining = stakes();
    }

    boolean isOpen() {
        return status == Status.AUTHORIZED || status == Status.PARTIALLY_SETTLED;
    }

    /** What is held for it. */
    long open() {
        return isOpen() ? Shares.sum(remaining) : 0;
    }

    /** What a payout is split by. */
    long[] weights() {
        return Shares.sum(remaining) > 0 ? remaining.clone() : stakes();
    }

    /** The bucket a leg came from. */
    Bucket source(int leg) {
        return wallet.bucket(legs.get(leg).type());
    }

    /** Of the bonuses that it concerns, those whose time is over are forfeited first. */
    void touch() {
        for (int leg = 0; leg < legs.size(); leg++) {
            if (legs.get(leg).bonus() != null) {
                wallet.bonuses(source(leg)).touch();
            }
        }
        if (isLinked) {
            wallet.bonuses(wallet.bucket(route.bonus())).touch();
        }
    }

    boolean isToNormal(int leg) {
        return legs.get(leg).source().equals(Rules.WITHDRAWABLE) && policy.paysToNormal();
    }

    /** Of what a coupon won, its stake stays with the house once per bet: at most so much of it now. */
    long deduct(int leg, long share, long atMost) {
        Leg of = legs.get(leg);
        if (of.coupon() == null || of.coupon().campaign.stakeReturned()) {
            return 0;
        }
        long left = Math.min(atMost, of.stake() - deducted);
        deducted += Math.max(0, atMost == Long.MAX_VALUE ? Math.min(share, left) : left);
        return Math.max(0, Math.min(share, left));
    }

    private Bucket couponTarget(Coupon coupon) {
        return switch (coupon.campaign.target()) {
            case "BONUS" -> wallet.bucket(route.bonus());
            case "NORMAL" -> wallet.bucket(route.normal());
            default -> wallet.withdrawable();
        };
    }

    /** The bucket a leg is paid to while its bonus runs. */
    Bucket target(int leg) {
        Coupon coupon = legs.get(leg).coupon();
        if (coupon != null) {
            return couponTarget(coupon);
        }
        return isToNormal(leg) ? wallet.bucket(route.normal()) : source(leg);
    }

    long[] none() {
        return new long[legs.size()];
    }

    private long[] stakes() {
        return legs.stream().mapToLong(Leg::stake).toArray();
    }
}
