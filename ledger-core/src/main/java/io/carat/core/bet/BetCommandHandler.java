package io.carat.core.bet;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.bet.BetCommand.AuthorizeBet;
import io.carat.core.bet.BetCommand.BetTransaction;
import io.carat.core.bet.BetCommand.CashOutBet;
import io.carat.core.bet.BetCommand.CorrectBet;
import io.carat.core.bet.BetCommand.RollbackBet;
import io.carat.core.bet.BetCommand.RollbackBetByBetId;
import io.carat.core.bet.BetCommand.SettleBet;
import io.carat.core.bet.BetCommand.VoidBet;
import io.carat.core.claim.Claims;
import io.carat.core.decision.Decision;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;

/** Takes bets and what providers ask of them: loads, decides, appends. */
public final class BetCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public BetCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Holds a stake once per betId. */
    @CommandHandler
    public Outcome handle(AuthorizeBet command) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(
                Claims.underRequest(unit, command.brandId(), command.request(), () -> authorize(unit, command)));
    }

    /** Says what would become of a bet. */
    @CommandHandler
    public Outcome handle(BetDryRun query) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(BetPlacement.dryRun(unit, query));
    }

    /** Reads a bet as it stands. */
    @CommandHandler
    public Outcome handle(ReadBet query) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(unit.reference(BetAuthorization.class, query.authorizationId())
                .flatMap(bet -> BetView.of(query, bet))
                .map(view -> Decision.accepted(List.of(), view))
                .orElseGet(() -> Decision.rejected(
                        RejectionCode.BET_NOT_FOUND, "There is no bet " + query.authorizationId() + ".")));
    }

    /** Pays a result once per transaction id. */
    @CommandHandler
    public Outcome handle(SettleBet command) {
        return transact(command);
    }

    /** Gives a stake back once. */
    @CommandHandler
    public Outcome handle(RollbackBet command) {
        return transact(command);
    }

    /** Gives a stake back once, or makes sure that the bet will be refused when it comes. */
    @CommandHandler
    public Outcome handle(RollbackBetByBetId command) {
        return transact(command);
    }

    /** Voids a bet once per transaction id. */
    @CommandHandler
    public Outcome handle(VoidBet command) {
        return transact(command);
    }

    /** Buys a part of a stake back once per transaction id. */
    @CommandHandler
    public Outcome handle(CashOutBet command) {
        return transact(command);
    }

    /** Replaces a settlement once per transaction id. */
    @CommandHandler
    public Outcome handle(CorrectBet command) {
        return transact(command);
    }

    private static Decision authorize(LedgerUnit unit, AuthorizeBet command) {
        BetState state = unit.loadNew(LoadOrder.SUBJECT, BetAuthorization.class, command.authorizationId());
        return BetAuthorizing.repeated(command, state).orElseGet(() -> BetPlacement.admit(unit, command));
    }

    private Outcome transact(BetTransaction command) {
        LedgerUnit unit = new LedgerUnit(access);
        Optional<String> brandId =
                DerivedId.brandOf("bet", command.authorizationId()).filter(command.scope()::covers);
        if (brandId.isEmpty() || !reaches(unit, command)) {
            return unit.conclude(notFound(command));
        }
        return unit.conclude(Claims.underRequest(
                unit, brandId.get(), command.request(), () -> decide(unit, brandId.get(), command)));
    }

    // Before any claim: a stored answer must not be told to a provider that cannot reach the bet.
    private static boolean reaches(LedgerUnit unit, BetTransaction command) {
        if (command.scope().providerIds().isEmpty()) {
            return true;
        }
        return unit.reference(BetAuthorization.class, command.authorizationId())
                .map(bet -> command.scope().providerIds().contains(bet.providerId()))
                .orElse(true);
    }

    private static Decision decide(LedgerUnit unit, String brandId, BetTransaction command) {
        BetState state = unit.load(LoadOrder.SUBJECT, BetAuthorization.class, command.authorizationId());
        return new BetTransactions(unit, brandId, command).decide(state);
    }

    static Decision notFound(BetTransaction command) {
        return Decision.rejected(RejectionCode.BET_NOT_FOUND, "There is no bet " + command.authorizationId() + ".");
    }
}
