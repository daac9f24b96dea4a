package io.carat.core.wallet;

import io.carat.core.aggregate.AggregateAccess;
import io.carat.core.aggregate.LedgerUnit;
import io.carat.core.configuration.ActiveConfiguration;
import io.carat.core.configuration.Admission;
import io.carat.core.decision.Decision;
import io.carat.core.decision.Outcome;
import io.carat.core.decision.RejectionCode;
import io.carat.core.player.PlayerState;
import io.carat.core.topology.Topology;
import io.carat.core.wallet.WalletLoading.Owner;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;

/**
 * Reads wallets. A read goes the way of a command, under the same locks, so that it sees all of another command's
 * movement or nothing of it.
 */
public final class WalletCommandHandler {

    private final AggregateAccess access;

    /** Handles with these repositories. */
    public WalletCommandHandler(AggregateAccess access) {
        this.access = access;
    }

    /** The wallet as it is now. */
    @CommandHandler
    public Outcome handle(ReadWallet query) {
        LedgerUnit unit = new LedgerUnit(access);
        Optional<Topology> topology = new ActiveConfiguration(unit).topology();
        return unit.conclude(topology.map(active -> read(unit, query, active))
                .orElseGet(() -> Decision.rejected(Admission.unresolved("wallets"))));
    }

    private static Decision read(LedgerUnit unit, ReadWallet query, Topology topology) {
        Owner owner = new Owner(query.brandId(), query.playerId(), query.currency());
        PlayerState player = WalletLoading.player(unit, owner);
        if (!WalletSnapshot.isOpened(player, query)) {
            return Decision.rejected(
                    RejectionCode.WALLET_NOT_FOUND,
                    "Player " + query.playerId() + " has no wallet in " + query.currency() + ".");
        }
        return Decision.accepted(List.of(), WalletReading.snapshot(unit, query, topology, player));
    }
}
