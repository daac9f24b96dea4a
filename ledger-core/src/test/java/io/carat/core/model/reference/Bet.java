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
            @Nullable Bonus bonus) {
        boolean isMoney() {
            return !source.equals("BONUS");
        }

        boolean counts() {
            return !source.equals(Rules.WITHDRAWABLE);
        }

        /** Whether what it is paid is no longer its bonus's. */
        boolean isLate() {
            return bonus != null && bonus.isOver();
        }
    }

    /** What the bet counted towards a need. */
    record Count(Bucket bucket, Need need, long progress) {}

    /** A settlement as it stands. */
    static final class Payment {
        final String txn;
        final long[] weights;
        final List<String> correctedBy = new ArrayList<>();
        final List<Need> needs = new ArrayList<>();
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
    final long watermark;
    final List<Payment> payments = new ArrayList<>();
    final List<Count> counts = new ArrayList<>();
    long[] remaining;
    Status status = Status.AUTHORIZED;

    Bet(Place terms, int step, Player player, Route route, Policy policy, List<Leg> legs) {
        this.terms = terms;
        this.step = step;
        this.player = player;
        this.wallet = Objects.requireNonNull(player.wallets.get(terms.currency()));
        this.route = route;
        this.policy = policy;
        this.legs = legs;
        this.watermark = player.counter;
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

    boolean isToNormal(int leg) {
        return legs.get(leg).source().equals(Rules.WITHDRAWABLE) && policy.paysToNormal();
    }

    /** The bucket a leg is paid to while its bonus runs. */
    Bucket target(int leg) {
        return isToNormal(leg) ? wallet.bucket(route.normal()) : source(leg);
    }

    long[] none() {
        return new long[legs.size()];
    }

    private long[] stakes() {
        return legs.stream().mapToLong(Leg::stake).toArray();
    }
}
