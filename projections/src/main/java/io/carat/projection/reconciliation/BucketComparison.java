package io.carat.projection.reconciliation;

import io.carat.projection.reconciliation.ProjectedBucket.Balance;
import io.carat.projection.reconciliation.ProjectedBucket.Ledger;
import java.util.ArrayList;
import java.util.List;

/** Compares the sources of one bucket: balance row = Σ ledger = the ledger's tip = replay of the events. */
final class BucketComparison {

    private final String bucketId;
    private final ProjectedBucket projected;
    private final ReplayedBucket replayed;
    private final List<Drift> drifts = new ArrayList<>();

    private BucketComparison(String bucketId, ProjectedBucket projected, ReplayedBucket replayed) {
        this.bucketId = bucketId;
        this.projected = projected;
        this.replayed = replayed;
    }

    static List<Drift> of(String bucketId, ProjectedBucket projected, ReplayedBucket replayed) {
        BucketComparison comparison = new BucketComparison(bucketId, projected, replayed);
        comparison.compareBalanceWithLedger();
        comparison.compareLedgerWithEvents();
        comparison.compareEnds();
        comparison.refuseNegatives();
        return comparison.drifts;
    }

    private void compareBalanceWithLedger() {
        Balance balance = projected.balance();
        Ledger ledger = projected.ledger();
        if (balance == null) {
            drift(DriftClass.BALANCE_LEDGER, "no balance row; " + ledger);
            return;
        }
        boolean agree = ledger.sumIs(balance.availableMinor())
                && ledger.tipAfterMinor() == balance.availableMinor()
                && ledger.tipHeldMinor() == balance.heldMinor()
                && ledger.tipEntry() == balance.entry();
        if (!agree) {
            drift(DriftClass.BALANCE_LEDGER, balance + "; " + ledger);
        }
    }

    private void compareLedgerWithEvents() {
        Ledger ledger = projected.ledger();
        boolean agree = ledger.sumIs(replayed.availableMinor())
                && ledger.tipAfterMinor() == replayed.availableMinor()
                && ledger.tipHeldMinor() == replayed.heldMinor()
                && ledger.rows() == replayed.entries();
        if (!agree) {
            drift(DriftClass.LEDGER_EVENT, ledger + "; " + events());
        }
        if (replayed.brokenEntry() != 0) {
            drift(
                    DriftClass.LEDGER_EVENT,
                    "the event of entry %d contradicts the ones before it".formatted(replayed.brokenEntry()));
        }
    }

    /** Gaps inside the chain are found in SQL; rows that are missing at its end are not gaps there. */
    private void compareEnds() {
        if (projected.ledger().tipEntry() != replayed.entries()) {
            drift(
                    DriftClass.CHAIN_GAP,
                    "the ledger ends at entry %d, the events at %d"
                            .formatted(projected.ledger().tipEntry(), replayed.entries()));
        }
    }

    private void refuseNegatives() {
        Balance balance = projected.balance();
        if (balance != null && (balance.availableMinor() < 0 || balance.heldMinor() < 0)) {
            drift(DriftClass.NEGATIVE, balance.toString());
        }
        if (replayed.availableMinor() < 0 || replayed.heldMinor() < 0) {
            drift(DriftClass.NEGATIVE, events());
        }
    }

    private String events() {
        return "events: %d movements, available %d, held %d"
                .formatted(replayed.entries(), replayed.availableMinor(), replayed.heldMinor());
    }

    private void drift(DriftClass driftClass, String detail) {
        drifts.add(new Drift(bucketId, driftClass, detail));
    }
}
