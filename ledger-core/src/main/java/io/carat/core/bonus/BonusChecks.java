package io.carat.core.bonus;

import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.deposit.DepositEvent.DepositCredited;
import io.carat.core.money.Money;
import io.carat.core.policy.RollingTerms;
import io.carat.core.topology.Topology;
import io.carat.core.wallet.BonusTurns;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands against a bonus of its own, and against the deposit that it names (rule book §4). */
final class BonusChecks {

    private final GrantBonus command;
    private final BonusFacts facts;
    private final BonusTurns turns;

    BonusChecks(GrantBonus command, BonusFacts facts, BonusTurns turns) {
        this.command = command;
        this.facts = facts;
        this.turns = turns;
    }

    /** The first check that fails. */
    Optional<Rejection> refuse(RollingTerms rolling) {
        return outOfBounds(rolling).or(this::expired).or(this::deposit);
    }

    private Optional<Rejection> outOfBounds(RollingTerms rolling) {
        boolean wrong = rolling.multiplierBps() < 0
                || rolling.multiplierBps() > RollingTerms.MAX_MULTIPLIER_BPS
                || (command.capMinor() != null && command.capMinor() < 0);
        return wrong
                ? rejection(
                        RejectionCode.AMOUNT_INVALID,
                        "A multiplier is from 0 to " + RollingTerms.MAX_MULTIPLIER_BPS
                                + " basis points, a cap 0 or above.")
                : Optional.empty();
    }

    private Optional<Rejection> expired() {
        Instant expiresAt = facts.expiresAt();
        return expiresAt != null && !facts.now().isBefore(expiresAt)
                ? rejection(RejectionCode.BONUS_EXPIRED, "The bonus would be expired since " + expiresAt + ".")
                : Optional.empty();
    }

    private Optional<Rejection> deposit() {
        String depositId = command.depositId();
        return depositId == null ? Optional.empty() : deposit(depositId, facts.deposit());
    }

    private Optional<Rejection> deposit(String depositId, @Nullable DepositCredited deposit) {
        if (deposit == null) {
            return rejection(RejectionCode.DEPOSIT_NOT_FOUND, "The player has no deposit " + depositId + ".");
        }
        if (!deposit.amount().currency().equals(command.amount().currency())) {
            return rejection(
                    RejectionCode.CURRENCY_MISMATCH,
                    "The deposit is in " + deposit.amount().currency() + ".");
        }
        if (!isBeside(deposit)) {
            return rejection(
                    RejectionCode.TOPOLOGY_MISMATCH,
                    "No product shares " + command.bucket() + " with the deposit's " + deposit.bucketTypeCode() + ".");
        }
        if (!turns.takesDeposit(command.bucket(), depositId)) {
            return rejection(
                    RejectionCode.ROLLING_TARGET_INELIGIBLE,
                    "The deposit was wagered, moved, or is wagered with another bonus.");
        }
        return deposit.amount().amountMinor() + command.amount().amountMinor() > Money.MAX_REQUEST_MINOR
                ? rejection(
                        RejectionCode.AMOUNT_INVALID,
                        "Deposit and bonus together exceed " + Money.MAX_REQUEST_MINOR + " minor units.")
                : Optional.empty();
    }

    private boolean isBeside(DepositCredited deposit) {
        Topology topology = facts.wallet().topology();
        return deposit.topology().code().equals(topology.code())
                && topology.normalsBeside(command.bucket()).contains(deposit.bucketTypeCode());
    }

    private static Optional<Rejection> rejection(RejectionCode code, String detail) {
        return Optional.of(Rejection.of(code, detail));
    }
}
