package io.carat.core.bet;

import io.carat.core.bucket.BucketEvent.ConversionReversed;
import io.carat.core.bucket.EndedBonus;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.decision.DerivedId;
import io.carat.core.wallet.Coverage;
import io.carat.core.wallet.Debts;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.WalletMovement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a correction moves, net per bucket (rule book §3). A debit takes what the bucket has, then what WITHDRAWABLE has;
 * the rest is owed. A bonus's share takes BONUS, or once the bonus is over what was converted of it, and HOUSE bears the
 * rest. A credit to NORMAL or WITHDRAWABLE first cancels what this bet made the wallet owe. Holds are never touched.
 */
final class NetPostings {

    private final BetFacts facts;
    private final WalletMovement movement;
    private final Journal journal;
    private final boolean recovers;
    private final Debts debts;
    private final Coverage coverage;
    private final Map<Account, Long> netMinor = new LinkedHashMap<>();
    private final Map<String, long[]> increaseMinor = new HashMap<>();
    private final Map<String, Long> cancelledMinor = new HashMap<>();
    private final Map<String, Long> recoveredMinor = new HashMap<>();

    /**
     * Postings of a correction.
     *
     * @param recovers whether other debts are recovered from what is credited: from payouts, not from stakes given back
     */
    NetPostings(BetFacts facts, WalletMovement movement, Journal journal, boolean recovers) {
        this.facts = facts;
        this.movement = movement;
        this.journal = journal;
        this.recovers = recovers;
        this.debts = new Debts(movement);
        this.coverage = new Coverage(movement, journal);
    }

    private record Account(String type, @Nullable String bonusId) {}

    /** Adds what a leg's bucket of this type gets, or gives where it is below 0; in minor units. */
    void add(Leg leg, String type, long amountMinor) {
        add(leg, type, leg.bonusId(), amountMinor);
    }

    /** As {@link #add(Leg, String, long)}, for money of another bonus than the leg's own. */
    void add(Leg leg, String type, @Nullable String bonusId, long amountMinor) {
        netMinor.merge(new Account(type, bonusId), amountMinor, Math::addExact);
        long[] byLeg = increaseMinor.computeIfAbsent(
                type, ignored -> new long[facts.bet().terms().legs().size()]);
        byLeg[leg.number() - 1] += amountMinor;
    }

    /** Posts debits, then credits. */
    void post() {
        netMinor.forEach((account, net) -> {
            if (net < 0) {
                debit(account, -net);
            }
        });
        netMinor.forEach((account, net) -> {
            if (net > 0) {
                credit(account, net);
            }
        });
    }

    /**
     * What other debts took of a leg's part of the net credit to a bucket, in minor units. Legs pay in their order: first
     * what this bet made the wallet owe, then the other debts.
     */
    long recoveredMinor(Leg leg, String type) {
        long[] byLeg = increaseMinor.getOrDefault(type, new long[leg.number()]);
        long startMinor = 0;
        for (int before = 0; before < leg.number() - 1; before++) {
            startMinor += Math.max(0, byLeg[before]);
        }
        long endMinor = startMinor + Math.max(0, byLeg[leg.number() - 1]);
        long fromMinor = cancelledMinor.getOrDefault(type, 0L);
        long toMinor = fromMinor + recoveredMinor.getOrDefault(type, 0L);
        return Math.max(0, Math.min(endMinor, toMinor) - Math.max(startMinor, fromMinor));
    }

    private void debit(Account account, long amountMinor) {
        if (account.bonusId != null) {
            debitBonus(account.type, account.bonusId, amountMinor);
            return;
        }
        long left = amountMinor - take(account.type, amountMinor);
        left -= take(movement.withdrawable(), left);
        debts.owe(receivableId(account), facts.bet().terms().authorizationId(), journal, left);
    }

    private void debitBonus(String type, String bonusId, long amountMinor) {
        EndedBonus ended = movement.bucket(type).endedBonuses().get(bonusId);
        if (ended == null) {
            take(type, amountMinor);
            return;
        }
        long convertedMinor = Math.min(amountMinor, ended.convertedMinor());
        long taken = take(movement.withdrawable(), convertedMinor);
        if (taken > 0) {
            movement.record(new ConversionReversed(movement.bucket(type).id(), bonusId, taken));
        }
    }

    private long take(String type, long amountMinor) {
        long taken = Math.min(amountMinor, movement.bucket(type).availableMinor());
        movement.debit(type, journal, PostingReason.CORRECTION, SystemAccount.HOUSE, taken);
        return taken;
    }

    private void credit(Account account, long amountMinor) {
        if (account.bonusId != null) {
            creditBonus(account.type, account.bonusId, amountMinor);
            return;
        }
        long ownMinor = debts.cancel(facts.bet().terms().authorizationId(), journal, amountMinor);
        long creditMinor = amountMinor - ownMinor;
        movement.credit(account.type, journal, PostingReason.CORRECTION, SystemAccount.HOUSE, creditMinor);
        long takenMinor = recovers ? Math.min(creditMinor, debts.openMinor()) : 0;
        debts.recover(account.type, journal, takenMinor);
        cancelledMinor.put(account.type, ownMinor);
        recoveredMinor.put(account.type, takenMinor);
    }

    private void creditBonus(String type, String bonusId, long amountMinor) {
        if (movement.bucket(type).endedBonuses().containsKey(bonusId)) {
            coverage.payLate(type, bonusId, journal, amountMinor);
        } else {
            movement.credit(type, journal, PostingReason.CORRECTION, SystemAccount.HOUSE, amountMinor);
        }
    }

    private String receivableId(Account account) {
        return DerivedId.of(facts.bet().terms().brandId(), "receivable", journal.journalId(), account.type);
    }
}
