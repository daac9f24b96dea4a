package io.carat.core.model.reference;

import io.carat.core.model.reference.Bet.Count;
import io.carat.core.model.reference.Bet.Leg;
import io.carat.core.model.reference.Bet.Payment;
import io.carat.core.model.reference.Bet.Status;
import io.carat.core.model.reference.Step.CashOut;
import io.carat.core.model.reference.Step.Result;
import io.carat.core.model.reference.Step.Settle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Results and cash-outs (§3), in the order of §0: release the hold, credit by the stored legs, recover receivables,
 * attribute, complete, convert or sweep.
 */
final class Paying {

    static final long MOST = 1_000_000_000_000_000L;

    private final Bet bet;
    private final Wallet wallet;

    Paying(Bet bet) {
        this.bet = bet;
        this.wallet = bet.wallet;
    }

    /** Null where the result is refused for its amount. */
    @Nullable
    String settle(Settle step) {
        if (!fits(step)) {
            return null;
        }
        long[] weights = bet.weights();
        long[] shares = step.payout() == 0 || !isWin(step.result()) ? bet.none() : Shares.split(step.payout(), weights);
        long[] refunds = refunds(step.result());
        boolean closes = bet.isOpen() && (step.closes() || step.payout() == 0 || step.result() == Result.PUSH);
        refund(refunds);
        if (closes) {
            take(Shares.minus(bet.remaining, refunds));
        }
        Payment payment = new Payment(step.txn(), weights, shares, refunds);
        payment.needs.addAll(pay(shares));
        bet.payments.add(payment);
        bet.remaining = Shares.minus(bet.remaining, refunds);
        if (closes) {
            attribute();
        }
        release(touched(shares), true);
        bet.status = closes || bet.status == Status.SETTLED ? Status.SETTLED : Status.PARTIALLY_SETTLED;
        return told(shares) + "/" + told(refunds);
    }

    /** Null where the amounts do not fit. */
    @Nullable
    String cashOut(CashOut step) {
        boolean fits = step.closed() > 0 && step.closed() <= bet.open() && step.price() >= 0 && step.price() <= MOST;
        if (!fits) {
            return null;
        }
        boolean all = step.closed() == bet.open();
        long[] closed = Shares.split(step.closed(), bet.remaining);
        long[] shares = Shares.split(step.price(), closed);
        take(closed);
        pay(shares);
        bet.remaining = Shares.minus(bet.remaining, closed);
        release(touched(shares), all);
        bet.status = all ? Status.SETTLED : Status.PARTIALLY_SETTLED;
        return told(shares) + "/" + told(closed);
    }

    private boolean fits(Settle step) {
        boolean inBounds = step.payout() >= 0 && step.payout() <= MOST;
        return inBounds
                && switch (step.result()) {
                    case WIN, JACKPOT -> true;
                    case LOSE, HALF_VOID -> step.payout() == 0;
                    case PUSH -> step.payout() == bet.open();
                };
    }

    private static boolean isWin(Result result) {
        return result == Result.WIN || result == Result.JACKPOT;
    }

    private long[] refunds(Result result) {
        return switch (result) {
            case PUSH -> bet.remaining.clone();
            case HALF_VOID -> Shares.split(bet.open() - bet.open() / 2, bet.remaining);
            case WIN, LOSE, JACKPOT -> bet.none();
        };
    }

    /** Gives held stake back to where it came from; that of a bonus that is over then goes its way. */
    void refund(long[] amounts) {
        for (int leg = 0; leg < amounts.length; leg++) {
            bet.source(leg).release(amounts[leg]);
            passOn(leg, amounts[leg]);
        }
    }

    /** What came back to a bonus that is over is converted as far as its cap allows; the rest is the house's. */
    void passOn(int leg, long amount) {
        Bonus bonus = bet.legs.get(leg).bonus();
        if (bonus != null && bonus.isOver()) {
            bet.source(leg).debit(amount);
            wallet.withdrawable().credit(bonus.convert(amount));
        }
    }

    private void take(long[] amounts) {
        for (int leg = 0; leg < amounts.length; leg++) {
            bet.source(leg).taken(amounts[leg]);
        }
    }

    /** Credits shares and recovers debts from those of money legs; returns the needs of what went to NORMAL. */
    private List<Need> pay(long[] shares) {
        List<Need> needs = new ArrayList<>();
        long[] recovered = bet.none();
        long owed = wallet.owed();
        for (int i = 0; i < shares.length; i++) {
            Leg leg = bet.legs.get(i);
            recovered[i] = leg.isMoney() ? Math.min(owed, shares[i]) : 0;
            owed -= recovered[i];
            if (leg.bonus() != null && leg.isLate()) {
                wallet.withdrawable().credit(leg.bonus().convert(shares[i]));
            } else {
                bet.target(i).credit(shares[i]);
            }
            if (bet.isToNormal(i)) {
                needs.addAll(toNormal(bet, shares[i] - recovered[i]));
            }
        }
        for (int i = 0; i < shares.length; i++) {
            wallet.recover(bet.target(i), recovered[i]);
        }
        return needs;
    }

    /** What a payout to NORMAL owes, net of recovered debts (§2); nothing where nothing is required. */
    static List<Need> toNormal(Bet bet, long net) {
        if (net <= 0 || bet.policy.toNormal().multiplier() == 0) {
            return List.of();
        }
        Need need = new Need(false, bet.player.next(), net, bet.policy.toNormal(), null);
        bet.wallet.bucket(bet.route.normal()).needs.add(need);
        return List.of(need);
    }

    /** Each unit of stake counts once, by priority, then sequence; only for needs that were there before the bet (§4). */
    private void attribute() {
        Map<Bucket, Long> eligible = new LinkedHashMap<>();
        for (int i = 0; i < bet.legs.size(); i++) {
            if (bet.legs.get(i).counts()) {
                eligible.merge(bet.source(i), bet.remaining[i], Math::addExact);
            }
        }
        eligible.forEach((bucket, stake) -> {
            long left = stake;
            for (Need need : bucket.needs.stream().sorted(Need.ORDER).toList()) {
                int rate = need.rate(bet.route.product(), bet.terms.odds());
                if (left > 0 && rate > 0 && need.sequence <= bet.watermark) {
                    long consumed = Shares.consumed(left, need.remaining(), rate);
                    long progress = Math.min(need.remaining(), Shares.floor(consumed, rate));
                    need.progress += progress;
                    left -= consumed;
                    bet.counts.add(new Count(bucket, need, progress));
                }
            }
            wallet.completeMet(bucket);
        });
    }

    /** The buckets of the legs, and those that the payout went to. */
    private Set<Bucket> touched(long[] shares) {
        Set<Bucket> touched = new LinkedHashSet<>();
        for (int leg = 0; leg < shares.length; leg++) {
            touched.add(bet.source(leg));
            if (Shares.sum(shares) > 0) {
                touched.add(bet.target(leg));
            }
        }
        return touched;
    }

    private void release(Set<Bucket> touched, boolean settles) {
        if (settles) {
            touched.forEach(bucket -> wallet.completeLow(bucket, bet.policy.lowBalance()));
        }
        touched.forEach(wallet::sweep);
    }

    static String told(long[] amounts) {
        StringBuilder told = new StringBuilder();
        for (int leg = 0; leg < amounts.length; leg++) {
            if (amounts[leg] != 0) {
                told.append(' ').append(leg + 1).append(':').append(amounts[leg]);
            }
        }
        return told.toString();
    }
}
