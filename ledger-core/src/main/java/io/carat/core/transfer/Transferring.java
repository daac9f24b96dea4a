package io.carat.core.transfer;

import io.carat.core.bucket.BucketState;
import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.Receivable;
import io.carat.core.claim.ClaimName;
import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.player.PlayerState;
import io.carat.core.policy.Policy;
import io.carat.core.policy.TransferLimits;
import io.carat.core.rolling.Requirement;
import io.carat.core.transfer.TransferEvent.TransferMade;
import io.carat.core.transfer.TransferRoute.Between;
import io.carat.core.wallet.Coverage;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.RequirementNumbers;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletLoading.Owner;
import io.carat.core.wallet.WalletMovement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves money between two NORMAL buckets with its share of every requirement that covers it (rule book §4, §8). What no
 * requirement covers afterwards is swept, as ever; low balance is not tested.
 */
final class Transferring {

    /** The most requirements that a transfer may make of those of the bucket where the money arrives. */
    static final int MAX_REQUIREMENTS = 100;

    private final MakeTransfer command;
    private final Between between;
    private final Policy policy;
    private final Wallet wallet;
    private final long amountMinor;

    /** The buckets of the way and WITHDRAWABLE as loaded; the policy is that of the bucket where the money arrives. */
    Transferring(MakeTransfer command, Between between, Policy policy, Wallet wallet) {
        this.command = command;
        this.between = between;
        this.policy = policy;
        this.wallet = wallet;
        this.amountMinor = command.amount().amountMinor();
    }

    /** Moves, or refuses. */
    Decision decide(PlayerState player) {
        return unopened(player)
                .or(this::outOfBounds)
                .or(this::debt)
                .or(this::shortage)
                .or(this::bound)
                .or(this::crowd)
                .map(Decision::rejected)
                .orElseGet(() -> made(player));
    }

    private Optional<Rejection> unopened(PlayerState player) {
        String currency = command.amount().currency();
        return refuse(
                !player.currencies().contains(currency),
                RejectionCode.CURRENCY_MISMATCH,
                "The player has no wallet in " + currency + ".");
    }

    private Optional<Rejection> outOfBounds() {
        TransferLimits limits = policy.transferLimits(command.amount().currency());
        return refuse(
                        amountMinor < limits.minMinor(),
                        RejectionCode.BELOW_MIN,
                        "A transfer to " + between.to() + " is at least " + limits.minMinor() + ", not " + amountMinor
                                + ".")
                .or(() -> refuse(
                        amountMinor > limits.maxMinor(),
                        RejectionCode.ABOVE_MAX,
                        "A transfer to " + between.to() + " is at most " + limits.maxMinor() + ", not " + amountMinor
                                + "."));
    }

    private Optional<Rejection> debt() {
        long owedMinor = wallet.bucket(wallet.topology().withdrawable()).receivables().stream()
                .mapToLong(Receivable::openMinor)
                .sum();
        return refuse(
                owedMinor > 0,
                RejectionCode.OPEN_RECEIVABLE,
                "The wallet owes " + owedMinor + " after corrections of bets.");
    }

    private Optional<Rejection> shortage() {
        long availableMinor = source().availableMinor();
        return availableMinor < amountMinor
                ? Optional.of(Rejection.insufficientFunds(amountMinor, availableMinor))
                : Optional.empty();
    }

    private Optional<Rejection> bound() {
        return source().requirements().stream()
                .filter(requirement -> !requirement.isTransferable())
                .findFirst()
                .map(requirement -> Rejection.of(
                        RejectionCode.ROLLING_TARGET_INELIGIBLE,
                        "Requirement " + requirement.id() + " belongs to a bonus and stays in " + between.from()
                                + "."));
    }

    /** Parts are never merged (rule book §4), so money sent to and fro would split them without end (ADR 0019). */
    private Optional<Rejection> crowd() {
        int requirements = source().requirements().size()
                + wallet.bucket(between.to()).requirements().size();
        return refuse(
                requirements > MAX_REQUIREMENTS,
                RejectionCode.ROLLING_TARGET_INELIGIBLE,
                between.to() + " would be covered by " + requirements + " requirements; a transfer may make it "
                        + MAX_REQUIREMENTS + ". Some have to be wagered first.");
    }

    private Decision made(PlayerState player) {
        WalletMovement movement = new WalletMovement(wallet);
        Journal journal = Journal.of(command.transferId(), "transfer");
        RequirementNumbers numbers = new RequirementNumbers(owner(), player);
        RollingInheritance inheritance =
                new RollingInheritance(command, policy, wallet.topology().ref(), numbers);
        List<Requirement> rolling = source().requirements();
        long wholeMinor = Math.addExact(source().availableMinor(), source().heldMinor());
        movement.transfer(between.from(), between.to(), journal, PostingReason.TRANSFER, amountMinor);
        List<MovedRolling> moved = inheritance.move(movement, between, rolling, wholeMinor);
        Coverage coverage = new Coverage(movement, journal);
        coverage.release(between.from());
        coverage.release(between.to());
        return accepted(moved, movement, numbers);
    }

    private Decision accepted(List<MovedRolling> moved, WalletMovement movement, RequirementNumbers numbers) {
        TransferMade made = new TransferMade(
                command.transferId(),
                command.brandId(),
                command.playerId(),
                command.amount(),
                source().id(),
                between.from(),
                wallet.bucket(between.to()).id(),
                between.to(),
                moved,
                wallet.topology().ref(),
                policy.ref(),
                command.fingerprint(),
                ClaimName.requestClaimId(command.brandId(), command.request()));
        List<LedgerEvent> events = new ArrayList<>();
        events.add(made);
        events.addAll(numbers.events());
        events.addAll(movement.events());
        return Decision.accepted(events, TransferAnswer.of(made));
    }

    private Owner owner() {
        return new Owner(command.brandId(), command.playerId(), command.amount().currency());
    }

    private BucketState source() {
        return wallet.bucket(between.from());
    }

    private static Optional<Rejection> refuse(boolean broken, RejectionCode code, String detail) {
        return broken ? Optional.of(Rejection.of(code, detail)) : Optional.empty();
    }
}
