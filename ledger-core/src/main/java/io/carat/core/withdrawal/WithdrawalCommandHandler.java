package io.carat.core.withdrawal;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.aggregate.LoadOrder;
import io.carat.core.claim.Claims;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.configuration.Admission;
import io.carat.core.decision.Decision;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.player.PlayerRefusals;
import io.carat.core.player.PlayerState;
import io.carat.core.topology.Topology;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletLoading;
import io.carat.core.wallet.WalletLoading.Owner;
import io.carat.core.withdrawal.WithdrawalCommand.MoveWithdrawal;
import io.carat.core.withdrawal.WithdrawalCommand.RequestWithdrawal;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalRequested;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;

/** Takes withdrawals and their steps: loads, decides, appends. */
public final class WithdrawalCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public WithdrawalCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** Holds an amount once per request key. */
    @CommandHandler
    public Outcome handle(RequestWithdrawal command) {
        LedgerUnit unit = new LedgerUnit(access);
        return unit.conclude(
                Claims.underRequest(unit, command.brandId(), command.request(), () -> admit(unit, command)));
    }

    /** Takes a withdrawal a step further. */
    @CommandHandler
    public Outcome handle(MoveWithdrawal command) {
        LedgerUnit unit = new LedgerUnit(access);
        Optional<String> brandId =
                DerivedId.brandOf("withdrawal", command.withdrawalId()).filter(command.scope()::covers);
        if (brandId.isEmpty()) {
            return unit.conclude(notFound(command.withdrawalId()));
        }
        return unit.conclude(Claims.underRequest(unit, brandId.get(), command.request(), () -> move(unit, command)));
    }

    /** The withdrawal as it stands. */
    @CommandHandler
    public Outcome handle(ReadWithdrawal query) {
        LedgerUnit unit = new LedgerUnit(access);
        boolean covered = DerivedId.brandOf("withdrawal", query.withdrawalId())
                .filter(query.scope()::covers)
                .isPresent();
        WithdrawalState state = covered ? unit.load(LoadOrder.SUBJECT, Withdrawal.class, query.withdrawalId()) : null;
        return unit.conclude(
                state == null
                        ? notFound(query.withdrawalId())
                        : Decision.accepted(List.of(), WithdrawalAnswer.of(state.terms(), state.status())));
    }

    private static Decision admit(LedgerUnit unit, RequestWithdrawal command) {
        unit.loadNew(LoadOrder.SUBJECT, Withdrawal.class, command.withdrawalId());
        ActiveConfiguration configuration = new ActiveConfiguration(unit);
        Optional<Rejection> refusal = new Admission(configuration).refuse(command.brandId(), command.amount());
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        return configuration
                .topology()
                .map(topology -> request(unit, command, topology))
                .orElseGet(() -> Decision.rejected(Admission.unresolved("withdrawals")));
    }

    private static Decision request(LedgerUnit unit, RequestWithdrawal command, Topology topology) {
        Owner owner = new Owner(
                command.brandId(), command.playerId(), command.amount().currency());
        PlayerState player = WalletLoading.player(unit, owner);
        Optional<Rejection> refusal = new PlayerRefusals(player.controls(), unit.now()).withdrawal();
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        Wallet wallet = WalletLoading.wallet(unit, owner, topology, List.of(topology.withdrawable()));
        return WithdrawalDecisions.request(command, wallet, player);
    }

    private static Decision move(LedgerUnit unit, MoveWithdrawal command) {
        WithdrawalState state = unit.load(LoadOrder.SUBJECT, Withdrawal.class, command.withdrawalId());
        if (state == null) {
            return notFound(command.withdrawalId());
        }
        WithdrawalRequested terms = state.terms();
        Owner owner =
                new Owner(terms.brandId(), terms.playerId(), terms.amount().currency());
        if (command.step().isTowardsPayment()) {
            PlayerState player = WalletLoading.player(unit, owner);
            Optional<Rejection> refusal = new PlayerRefusals(player.controls(), unit.now()).withdrawal();
            if (refusal.isPresent()) {
                return Decision.rejected(refusal.get());
            }
        }
        Topology topology =
                new ActiveConfiguration(unit).topology(terms.topology()).orElseThrow();
        Wallet wallet = WalletLoading.wallet(unit, owner, topology, List.of(topology.withdrawable()));
        return WithdrawalDecisions.move(command, state, wallet);
    }

    private static Decision notFound(String withdrawalId) {
        return Decision.rejected(RejectionCode.WITHDRAWAL_NOT_FOUND, "There is no withdrawal " + withdrawalId + ".");
    }
}
