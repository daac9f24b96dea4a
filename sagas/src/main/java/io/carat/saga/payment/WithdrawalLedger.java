package io.carat.saga.payment;

import io.carat.core.decision.Outcome;
import io.carat.core.withdrawal.WithdrawalCommand.MoveWithdrawal;
import io.carat.core.withdrawal.WithdrawalStatus;
import java.util.Optional;

/** The ledger as payouts need it. Both calls wait until what they say is durable and throw when that is not known. */
public interface WithdrawalLedger {

    /** How a withdrawal stands; empty when there is none. */
    Optional<WithdrawalStatus> status(String withdrawalId);

    /** Takes a withdrawal a step further. */
    Outcome move(MoveWithdrawal command);
}
