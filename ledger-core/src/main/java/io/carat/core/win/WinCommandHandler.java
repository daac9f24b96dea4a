package io.carat.core.win;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.claim.Claim;
import io.carat.core.claim.ClaimName;
import io.carat.core.claim.Claims;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;

/** Takes wins that belong to no bet: loads, decides, appends. */
public final class WinCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public WinCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Pays a win once per transaction id. */
    @CommandHandler
    public Outcome handle(RecordWin command) {
        LedgerUnit unit = new LedgerUnit(access);
        boolean callback = command.request().claimId() != null;
        return unit.conclude(
                callback
                        ? notSettled(unit, command).orElseGet(() -> decide(unit, command))
                        : Claims.underRequest(unit, command.brandId(), command.request(), () -> decide(unit, command)));
    }

    /** Callbacks have one operation for results and for wins without a bet: an id of the one is not used for the other. */
    private static Optional<Decision> notSettled(LedgerUnit unit, RecordWin command) {
        String settlement = ClaimName.transactionClaimId(
                command.brandId(), command.providerId(), ClaimName.SETTLE, command.transactionId());
        return unit.reference(Claim.class, settlement)
                .map(claim -> Decision.rejected(
                        RejectionCode.IDEMPOTENCY_MISMATCH,
                        command.transactionId() + " was already used with a different payload."));
    }

    private static Decision decide(LedgerUnit unit, RecordWin command) {
        unit.loadNew(LoadOrder.SUBJECT, Win.class, command.winId());
        return Claims.underTransaction(
                unit,
                ClaimName.ofTransaction(
                        command.brandId(),
                        command.request(),
                        command.providerId(),
                        RecordWin.OPERATION,
                        command.transactionId(),
                        command.fingerprint()),
                () -> new WinAdmission(unit, command).decide());
    }
}
