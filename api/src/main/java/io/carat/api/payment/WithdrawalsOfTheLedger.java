package io.carat.api.payment;

import io.carat.api.http.LedgerCommands;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.Scope;
import io.carat.core.withdrawal.ReadWithdrawal;
import io.carat.core.withdrawal.WithdrawalAnswer;
import io.carat.core.withdrawal.WithdrawalCommand.MoveWithdrawal;
import io.carat.core.withdrawal.WithdrawalStatus;
import io.carat.saga.payment.WithdrawalLedger;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Withdrawals by way of the command bus. */
@Component
final class WithdrawalsOfTheLedger implements WithdrawalLedger {

    private final LedgerCommands commands;

    WithdrawalsOfTheLedger(LedgerCommands commands) {
        this.commands = commands;
    }

    @Override
    public Optional<WithdrawalStatus> status(String withdrawalId) {
        Outcome outcome = commands.send(new ReadWithdrawal(Scope.EVERYTHING, withdrawalId))
                .outcome();
        return switch (outcome) {
            case Outcome.Done done -> Optional.of(((WithdrawalAnswer) done.answer()).status());
            case Outcome.Refused ignored -> Optional.empty();
        };
    }

    @Override
    public Outcome move(MoveWithdrawal command) {
        return commands.send(command).outcome();
    }
}
