package io.carat.core.withdrawal;

import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.Receivable;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.player.PlayerState;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletMovement;
import io.carat.core.withdrawal.WithdrawalCommand.MoveWithdrawal;
import io.carat.core.withdrawal.WithdrawalCommand.RequestWithdrawal;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalApproved;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalCancelled;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalFailed;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalPaid;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalPaymentStarted;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalRejected;
import io.carat.core.withdrawal.WithdrawalEvent.WithdrawalRequested;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Holds WITHDRAWABLE money so that no bet can spend it, then pays it or gives it back (rule book §7). */
public final class WithdrawalDecisions {

    private WithdrawalDecisions() {}

    /** Holds the amount, or refuses. */
    public static Decision request(RequestWithdrawal command, Wallet wallet, PlayerState player) {
        long amountMinor = command.amount().amountMinor();
        String currency = command.amount().currency();
        if (!player.currencies().contains(currency)) {
            return Decision.rejected(RejectionCode.CURRENCY_MISMATCH, "The player has no wallet in " + currency + ".");
        }
        String type = wallet.topology().withdrawable();
        long availableMinor = wallet.bucket(type).availableMinor();
        Optional<Rejection> debt = debt(wallet);
        if (debt.isPresent()) {
            return Decision.rejected(debt.get());
        }
        if (availableMinor < amountMinor) {
            return Decision.rejected(Rejection.insufficientFunds(amountMinor, availableMinor));
        }
        WithdrawalRequested requested = new WithdrawalRequested(
                command.withdrawalId(),
                command.brandId(),
                command.playerId(),
                command.amount(),
                wallet.bucket(type).id(),
                command.destination(),
                wallet.topology().ref());
        WalletMovement movement = new WalletMovement(wallet);
        movement.hold(
                type,
                Journal.of(command.withdrawalId(), "request"),
                PostingReason.WITHDRAWAL_HOLD,
                SystemAccount.WITHDRAW_HOLD,
                amountMinor);
        return accepted(requested, movement, WithdrawalAnswer.of(requested, WithdrawalStatus.HELD));
    }

    /** Takes the step if the withdrawal is in a state that it starts from. */
    public static Decision move(MoveWithdrawal command, WithdrawalState withdrawal, Wallet wallet) {
        WithdrawalStep step = command.step();
        if (!step.startsFrom(withdrawal.status())) {
            return Decision.rejected(
                    RejectionCode.WITHDRAWAL_STATE_CONFLICT, "The withdrawal is " + withdrawal.status() + ".");
        }
        Optional<Rejection> debt = step.isTowardsPayment() ? debt(wallet) : Optional.empty();
        if (debt.isPresent()) {
            return Decision.rejected(debt.get());
        }
        if (step.endsPayment() && !Objects.equals(command.paymentProviderId(), withdrawal.paymentProviderId())) {
            return Decision.rejected(RejectionCode.WITHDRAWAL_STATE_CONFLICT, notThePayer(withdrawal));
        }
        WalletMovement movement = new WalletMovement(wallet);
        String type = wallet.topology().withdrawable();
        long amountMinor = withdrawal.terms().amount().amountMinor();
        switch (step) {
            case APPROVE, PAY -> {}
            case PAID_OUT ->
                movement.takeHold(
                        type,
                        Journal.of(command.withdrawalId(), "pay"),
                        PostingReason.WITHDRAWAL_PAYMENT,
                        SystemAccount.WITHDRAW_HOLD,
                        SystemAccount.PSP,
                        amountMinor);
            case FAIL, REJECT, CANCEL ->
                movement.returnHold(
                        type,
                        Journal.of(command.withdrawalId(), "release"),
                        PostingReason.WITHDRAWAL_RELEASE,
                        SystemAccount.WITHDRAW_HOLD,
                        amountMinor);
        }
        return accepted(
                event(command, withdrawal.terms()), movement, WithdrawalAnswer.of(withdrawal.terms(), step.to()));
    }

    /** An open debt stands against every step towards a payment; one that was begun goes on (rule book §3). */
    private static Optional<Rejection> debt(Wallet wallet) {
        long owedMinor = wallet.bucket(wallet.topology().withdrawable()).receivables().stream()
                .mapToLong(Receivable::openMinor)
                .sum();
        return owedMinor == 0
                ? Optional.empty()
                : Optional.of(Rejection.of(
                        RejectionCode.OPEN_RECEIVABLE, "The wallet owes " + owedMinor + " after corrections of bets."));
    }

    // While a payment provider may pay, nobody else can say how that ends: pay and release exclude each other.
    private static String notThePayer(WithdrawalState withdrawal) {
        return withdrawal.paymentProviderId() == null
                ? "People pay this withdrawal: no payment provider was asked."
                : "Payment provider " + withdrawal.paymentProviderId()
                        + " was asked to pay this withdrawal: only its answer ends the payment.";
    }

    private static WithdrawalEvent event(MoveWithdrawal command, WithdrawalRequested terms) {
        String withdrawalId = command.withdrawalId();
        return switch (command.step()) {
            case APPROVE -> new WithdrawalApproved(withdrawalId);
            case PAY ->
                new WithdrawalPaymentStarted(
                        withdrawalId, command.paymentProviderId(), terms.amount(), terms.destination());
            case PAID_OUT -> new WithdrawalPaid(withdrawalId);
            case FAIL -> new WithdrawalFailed(withdrawalId);
            case REJECT -> new WithdrawalRejected(withdrawalId);
            case CANCEL -> new WithdrawalCancelled(withdrawalId);
        };
    }

    private static Decision accepted(WithdrawalEvent event, WalletMovement movement, WithdrawalAnswer answer) {
        List<LedgerEvent> events = new ArrayList<>();
        events.add(event);
        events.addAll(movement.events());
        return Decision.accepted(events, answer);
    }
}
