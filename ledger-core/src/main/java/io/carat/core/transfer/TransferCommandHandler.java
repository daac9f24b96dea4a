package io.carat.core.transfer;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.claim.Claims;
import io.carat.core.decision.Decision;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;

/** Takes transfers between NORMAL buckets: loads, decides, appends. */
public final class TransferCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public TransferCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Moves an amount once per request key. */
    @CommandHandler
    public Outcome handle(MakeTransfer command) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(Claims.underRequest(unit, command.brandId(), command.request(), () -> {
            unit.loadNew(LoadOrder.SUBJECT, Transfer.class, command.transferId());
            return new TransferAdmission(unit, command).decide();
        }));
    }

    /** A transfer as it was made. */
    @CommandHandler
    public Outcome handle(ReadTransfer query) {
        LedgerUnit unit = new LedgerUnit(access);
        boolean covered = DerivedId.brandOf("transfer", query.transferId())
                .filter(query.scope()::covers)
                .isPresent();
        TransferState state = covered ? unit.load(LoadOrder.SUBJECT, Transfer.class, query.transferId()) : null;
        return unit.conclude(
                state == null
                        ? Decision.rejected(
                                RejectionCode.TRANSFER_NOT_FOUND, "There is no transfer " + query.transferId() + ".")
                        : Decision.accepted(List.of(), TransferAnswer.of(state.made())));
    }
}
