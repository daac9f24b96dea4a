package io.carat.core.points;

import io.carat.core.bucket.PostingReason;
import io.carat.core.bucket.SystemAccount;
import io.carat.core.decision.Decision;
import io.carat.core.decision.LedgerEvent;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.money.Money;
import io.carat.core.player.PlayerState;
import io.carat.core.points.PointsAnswer.TransferAnswer;
import io.carat.core.points.PointsCommand.TransferPoints;
import io.carat.core.points.PointsTransferEvent.PointsTransferred;
import io.carat.core.policy.Policy;
import io.carat.core.policy.RollingTerms;
import io.carat.core.rolling.RequirementKind;
import io.carat.core.rolling.RequirementSummary;
import io.carat.core.topology.Topology;
import io.carat.core.wallet.Coverage;
import io.carat.core.wallet.CreditTerms;
import io.carat.core.wallet.CreditTerms.Credit;
import io.carat.core.wallet.Debts;
import io.carat.core.wallet.Journal;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletMovement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Exchanges points for money in a NORMAL bucket (rule book §6, §8): points to POINTS_ISSUE and money from PROMO, in one journal
 * that nets to zero in each asset, with the rolling that the credit owes.
 */
final class PointsTransferring {

    private final TransferPoints command;
    private final Policy policy;
    private final PlayerState player;
    private final Topology topology;
    private final WalletMovement movement;
    private final PointsMovement points;
    private final Journal journal;

    /**
     * Decides on a wallet with the POINTS bucket, the target and WITHDRAWABLE loaded; the policy, which is the target's, has
     * nothing against the offer.
     */
    PointsTransferring(TransferPoints command, Policy policy, Wallet wallet, PlayerState player, Instant now) {
        this.command = command;
        this.policy = policy;
        this.player = player;
        this.topology = wallet.topology();
        this.movement = new WalletMovement(wallet);
        this.points = new PointsMovement(movement, topology.points(), now);
        this.journal = Journal.of(command.transferId(), "transfer");
    }

    Decision decide() {
        return refuse().map(Decision::rejected).orElseGet(this::transfer);
    }

    private Optional<Rejection> refuse() {
        if (!player.currencies().contains(command.currency())) {
            return Optional.of(Rejection.of(
                    RejectionCode.CURRENCY_MISMATCH, "The player has no wallet in " + command.currency() + "."));
        }
        long owedMinor = new Debts(movement).openMinor();
        if (owedMinor > 0) {
            return Optional.of(Rejection.of(
                    RejectionCode.OPEN_RECEIVABLE, "The wallet owes " + owedMinor + " after corrections of bets."));
        }
        return points.balance() >= command.points()
                ? Optional.empty()
                : Optional.of(Rejection.of(
                        RejectionCode.INSUFFICIENT_FUNDS,
                        "The player can spend " + points.balance() + " points, not " + command.points() + "."));
    }

    private Decision transfer() {
        PointsExchange exchange = PointsExchange.of(policy.points(), command.points());
        CreditTerms terms = terms(exchange);
        points.spend(journal, exchange.points());
        credit(exchange, terms);
        PointsTransferred transferred = transferred(exchange, terms);
        List<LedgerEvent> events = new ArrayList<>();
        events.add(transferred);
        events.addAll(terms.playerEvents());
        events.addAll(movement.events());
        return Decision.accepted(events, answer(transferred));
    }

    private CreditTerms terms(PointsExchange exchange) {
        RollingTerms rolling = new RollingTerms(
                policy.points().multiplierBps(), policy.depositRolling().contributions());
        Credit credit = new Credit(
                command.brandId(),
                command.playerId(),
                command.currency(),
                RequirementKind.POINTS,
                command.transferId(),
                movement.bucket(command.to()).id(),
                exchange.amountMinor());
        return CreditTerms.of(credit, player, topology, policy, rolling);
    }

    private void credit(PointsExchange exchange, CreditTerms terms) {
        PostingReason reason = PostingReason.POINTS_TRANSFER;
        if (terms.requirement().requiredMinor() == 0) {
            movement.credit(command.to(), journal, reason, SystemAccount.PROMO, exchange.amountMinor());
            new Coverage(movement, journal).release(command.to());
        } else {
            movement.creditCovered(
                    command.to(),
                    journal,
                    reason,
                    SystemAccount.PROMO,
                    exchange.amountMinor(),
                    terms.requirement(),
                    null);
        }
    }

    private PointsTransferred transferred(PointsExchange exchange, CreditTerms terms) {
        return new PointsTransferred(
                command.transferId(),
                command.brandId(),
                command.playerId(),
                points.bucket().id(),
                topology.points(),
                movement.bucket(command.to()).id(),
                command.to(),
                command.points(),
                exchange.points(),
                new Money(exchange.amountMinor(), command.currency()),
                policy.points(),
                terms.requirement().requirementId(),
                terms.requirement().requiredMinor(),
                topology.ref(),
                policy.ref());
    }

    private TransferAnswer answer(PointsTransferred transferred) {
        return new TransferAnswer(
                transferred.transferId(),
                "TRANSFERRED",
                transferred.toTypeCode(),
                transferred.points(),
                points.balance(),
                transferred.amount().amountMinor(),
                transferred.amount().currency(),
                RequirementSummary.created(transferred.requirementId(), transferred.requiredMinor()),
                transferred.topology(),
                transferred.policy());
    }
}
