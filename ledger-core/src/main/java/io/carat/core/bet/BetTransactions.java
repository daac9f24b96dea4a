package io.carat.core.bet;

import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.bet.BetCommand.BetTransaction;
import io.carat.core.bet.BetCommand.RollbackBet;
import io.carat.core.bet.BetCommand.RollbackBetByBetId;
import io.carat.core.bet.BetCommand.SettleBet;
import io.carat.core.bet.BetCommand.VoidBet;
import io.carat.core.bet.BetEvent.BetAuthorized;
import io.carat.core.bet.BetEvent.BetTombstoned;
import io.carat.core.claim.ClaimName;
import io.carat.core.claim.Claims;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.configuration.Admission;
import io.carat.core.decision.Decision;
import io.carat.core.decision.DerivedId;
import io.carat.core.decision.Rejection;
import io.carat.core.decision.RejectionCode;
import io.carat.core.policy.Policy;
import io.carat.core.topology.Topology;
import io.carat.core.wallet.Wallet;
import io.carat.core.wallet.WalletLoading;
import io.carat.core.wallet.WalletLoading.Owner;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings a provider's transaction to the bet that it names, under the transaction id it came with. */
final class BetTransactions {

    private final LedgerUnit unit;
    private final String brandId;
    private final BetTransaction command;

    BetTransactions(LedgerUnit unit, String brandId, BetTransaction command) {
        this.unit = unit;
        this.brandId = brandId;
        this.command = command;
    }

    Decision decide(@Nullable BetState state) {
        return switch (state) {
            case null -> unknown();
            case BetState.Tombstone tombstone -> buried(tombstone);
            case BetState.Bet bet -> known(bet);
        };
    }

    private Decision unknown() {
        return switch (command) {
            case RollbackBetByBetId rollback
            when !command.scope().covers(brandId, rollback.providerId()) -> BetCommandHandler.notFound(command);
            case RollbackBetByBetId rollback -> bury(rollback);
            case SettleBet ignored -> BetCommandHandler.notFound(command);
            case RollbackBet ignored -> BetCommandHandler.notFound(command);
            case VoidBet ignored -> BetCommandHandler.notFound(command);
        };
    }

    private Decision bury(RollbackBetByBetId rollback) {
        ActiveConfiguration configuration = new ActiveConfiguration(unit);
        if (configuration.brand(brandId).isEmpty()) {
            return Decision.rejected(RejectionCode.BRAND_NOT_FOUND, "There is no brand " + brandId + ".");
        }
        if (!configuration.hasProvider(rollback.providerId())) {
            return Decision.rejected(
                    RejectionCode.PROVIDER_NOT_FOUND, "There is no provider " + rollback.providerId() + ".");
        }
        return underTransaction(
                rollback.providerId(), rollback.playerId(), rollback.currency(), () -> BetRollback.tombstone(rollback));
    }

    private Decision buried(BetState.Tombstone tombstone) {
        BetTombstoned event = tombstone.event();
        if (!command.scope().covers(brandId, event.providerId())) {
            return BetCommandHandler.notFound(command);
        }
        return underTransaction(
                event.providerId(),
                event.playerId(),
                event.currency(),
                () -> Decision.rejected(RejectionCode.ALREADY_ROLLED_BACK, "The bet was rolled back before it came."));
    }

    private Decision known(BetState.Bet bet) {
        BetAuthorized terms = bet.terms();
        if (!command.scope().covers(brandId, terms.providerId())) {
            return BetCommandHandler.notFound(command);
        }
        return underTransaction(
                terms.providerId(), terms.playerId(), terms.stake().currency(), () -> transact(bet));
    }

    private Decision transact(BetState.Bet bet) {
        Optional<Rejection> mismatch = mismatch(bet.terms());
        if (mismatch.isPresent()) {
            return Decision.rejected(mismatch.get());
        }
        ActiveConfiguration configuration = new ActiveConfiguration(unit);
        Optional<Topology> topology = configuration.topology(bet.terms().topology());
        Optional<Policy> policy = configuration.policy(bet.terms().policy());
        if (topology.isEmpty() || policy.isEmpty()) {
            return Decision.rejected(Admission.unresolved("bet " + command.authorizationId()));
        }
        Wallet wallet = wallet(bet.terms(), topology.get());
        return switch (command) {
            case SettleBet settle -> new BetSettlement(settle, bet, policy.get(), wallet).decide();
            case RollbackBet ignored -> new BetRollback(command, bet, wallet).rollBack();
            case RollbackBetByBetId ignored -> new BetRollback(command, bet, wallet).rollBack();
            case VoidBet voiding -> new BetRollback(command, bet, wallet).voidBet(voiding);
        };
    }

    private Wallet wallet(BetAuthorized terms, Topology topology) {
        Owner owner = new Owner(terms.brandId(), terms.playerId(), terms.stake().currency());
        List<String> types = Stream.concat(
                        terms.legs().stream().map(Leg::bucketTypeCode), Stream.of(topology.withdrawable()))
                .toList();
        return WalletLoading.wallet(unit, owner, topology, types);
    }

    private Decision underTransaction(String providerId, String playerId, String currency, Supplier<Decision> decide) {
        return Claims.underTransaction(
                unit,
                ClaimName.ofTransaction(
                        brandId,
                        command.request(),
                        providerId,
                        command.operation(),
                        command.transactionId(),
                        fingerprint(playerId, currency)),
                decide);
    }

    /** Player and currency belong to the payload (rule book §0): as the command names them, else as the bet has them. */
    private String fingerprint(String playerId, String currency) {
        return command instanceof RollbackBetByBetId rollback
                ? DerivedId.fingerprint(command.fingerprint(), rollback.playerId(), rollback.currency())
                : DerivedId.fingerprint(command.fingerprint(), playerId, currency);
    }

    /** A rollback by betId that names another player or currency than the bet's is not this bet's rollback. */
    private Optional<Rejection> mismatch(BetAuthorized terms) {
        if (command instanceof RollbackBetByBetId rollback) {
            if (!rollback.currency().equals(terms.stake().currency())) {
                return Optional.of(Rejection.of(
                        RejectionCode.CURRENCY_MISMATCH,
                        "The bet is in " + terms.stake().currency() + "."));
            }
            if (!rollback.playerId().equals(terms.playerId())) {
                return Optional.of(
                        Rejection.of(RejectionCode.BET_NOT_FOUND, "The player has no bet " + rollback.betId() + "."));
            }
        }
        return Optional.empty();
    }
}
