package io.carat.core.bet;

import io.carat.core.bucket.BucketEvent.ConversionReversed;
import io.carat.core.bucket.BucketEvent.RequirementRecalculated;
import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.EndedBonus;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.decision.DerivedId;
import io.carat.core.money.Bps;
import io.carat.core.rolling.Requirement;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.wallet.Coverage;
import io.carat.core.wallet.Debts;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.WalletMovement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a correction moves, net per bucket (rule book §3). A debit takes what the bucket has, then what WITHDRAWABLE has;
 * the rest is owed. A bonus's share takes BONUS, or once the bonus is over what was converted of it, and HOUSE bears the
 * rest. A credit first cancels what this bet made the wallet owe. Holds are never touched.
 */
final class NetPostings {

    private final BetFacts facts;
    private final WalletMovement movement;
    private final Journal journal;
    private final String transactionId;
    private final Debts debts;
    private final Coverage coverage;
    private final Map<Account, Long> netMinor = new LinkedHashMap<>();
    private long toNormalMinor;
    private long recoveredOnNormalMinor;

    NetPostings(BetFacts facts, WalletMovement movement, Journal journal, String transactionId) {
        this.facts = facts;
        this.movement = movement;
        this.journal = journal;
        this.transactionId = transactionId;
        this.debts = new Debts(movement);
        this.coverage = new Coverage(movement, journal);
    }

    private record Account(String type, @Nullable String bonusId) {}

    /** Adds what a leg's bucket of this type gets, or gives where it is below 0; in minor units. */
    void add(Leg leg, String type, long amountMinor) {
        netMinor.merge(new Account(type, leg.bonusId()), amountMinor, Math::addExact);
        if (facts.target().isToNormal(leg) && type.equals(facts.target().normalBucket())) {
            toNormalMinor += amountMinor;
        }
    }

    /** Posts debits, then credits; what a WITHDRAWABLE leg won under these transactions owes its rolling anew. */
    void post(List<String> settledBy) {
        netMinor.forEach((account, net) -> {
            if (net < 0) {
                debit(account, -net);
            }
        });
        Optional<Requirement> requirement = toNormalMinor == 0 ? Optional.empty() : requirementOf(settledBy);
        netMinor.forEach((account, net) -> {
            if (net > 0) {
                credit(account, net, requirement.isPresent());
            }
        });
        requirement.ifPresent(this::recalculate);
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

    private void credit(Account account, long amountMinor, boolean recalculated) {
        long creditMinor = amountMinor - debts.cancel(facts.bet().terms().authorizationId(), journal, amountMinor);
        if (account.bonusId != null && isEnded(account.type, account.bonusId)) {
            coverage.payLate(account.type, account.bonusId, journal, creditMinor);
            return;
        }
        long recoveredMinor = account.bonusId == null ? Math.min(creditMinor, debts.openMinor()) : 0;
        boolean owesRolling =
                toNormalMinor > 0 && account.type.equals(facts.target().normalBucket());
        if (owesRolling) {
            recoveredOnNormalMinor = Math.min(recoveredMinor, toNormalMinor);
        }
        if (owesRolling && !recalculated) {
            long netMinor = Math.min(toNormalMinor, creditMinor - recoveredMinor);
            facts.target()
                    .creditToNormal(movement, journal, PostingReason.CORRECTION, creditMinor, netMinor, transactionId);
        } else {
            movement.credit(account.type, journal, PostingReason.CORRECTION, SystemAccount.HOUSE, creditMinor);
        }
        debts.recover(account.type, journal, recoveredMinor);
    }

    private boolean isEnded(String type, String bonusId) {
        return movement.bucket(type).endedBonuses().containsKey(bonusId);
    }

    /** The requirement of the corrected payout, empty if it is over. */
    private Optional<Requirement> requirementOf(List<String> settledBy) {
        BucketState bucket = movement.bucket(facts.target().normalBucket());
        return settledBy.stream()
                .map(this::requirementId)
                .flatMap(id -> bucket.requirement(id).stream())
                .filter(requirement -> requirement.terms().kind() == RequirementKind.TO_NORMAL)
                .findFirst();
    }

    /** Its new base is what is paid now, net of what debts took. */
    private void recalculate(Requirement requirement) {
        long baseMinor = Math.max(0, requirement.terms().baseMinor() + toNormalMinor - recoveredOnNormalMinor);
        long requiredMinor = Bps.ceilOf(baseMinor, requirement.terms().multiplierBps());
        movement.record(new RequirementRecalculated(
                movement.bucket(facts.target().normalBucket()).id(), requirement.id(), baseMinor, requiredMinor));
    }

    private String requirementId(String settledByTransaction) {
        return DerivedId.of(
                facts.bet().terms().brandId(), "requirement", facts.target().sourceId(settledByTransaction));
    }

    private String receivableId(Account account) {
        return DerivedId.of(
                facts.bet().terms().brandId(),
                "receivable",
                facts.bet().terms().authorizationId(),
                transactionId,
                account.type);
    }
}
