package io.carat.api.reconciliation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.carat.projection.reconciliation.Reconciliation;
import io.carat.projection.reconciliation.ReconciliationRun;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reconciliation on demand. */
@RestController
@Tag(name = "Reconciliation")
class ReconciliationController {

    private final Reconciliation reconciliation;

    ReconciliationController(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @PostMapping("/admin/v1/reconciliation/runs")
    @Operation(summary = "Compare balances, ledger and events now; nothing is ever corrected")
    ReconciliationView run() {
        return ReconciliationView.of(reconciliation.run());
    }

    /** A run as it is published: {@code driftBuckets} is what the gauge shows. */
    record ReconciliationView(long position, int checkedBuckets, int driftBuckets, List<DriftView> drifts) {

        static ReconciliationView of(ReconciliationRun run) {
            return new ReconciliationView(
                    run.position(),
                    run.checkedBuckets(),
                    run.driftBuckets(),
                    run.drifts().stream()
                            .map(drift -> new DriftView(
                                    drift.bucketId(), drift.driftClass().name(), drift.detail()))
                            .toList());
        }
    }

    /** One disagreement: where, of which class (rule book §10), and what disagrees. */
    record DriftView(String bucketId, @JsonProperty("class") String driftClass, String detail) {}
}
